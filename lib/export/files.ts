import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Picture } from '../articles/types.ts'

/** Where an export to a folder writes: one file an article at its own address, pictures in `media/`. */

/** A name that no file system reads as anything but a name. */
function safeName(part: string): string {
  const name = part.replace(/[\p{Cc}<>:"/\\|?*]/gu, '-').replace(/^\.+$/, '-')
  return Buffer.byteLength(name) <= 200
    ? name
    : Buffer.from(name)
        .subarray(0, 200)
        .toString()
        .replace(/\ufffd+$/, '')
}

/** `/2019/03/slug/` → `2019/03/slug.md`. */
export function fileOf(address: string, extension: string): string {
  const parts = address.split('/').filter((part) => part !== '')
  return `${parts.map(safeName).join('/') || 'accueil'}.${extension}`
}

/** The way from a file of the export to one of its pictures. */
export function fromFile(file: string, picture: string): string {
  return path.posix.relative(path.posix.dirname(file), `media/${path.posix.basename(picture)}`)
}

/** Writes a text at a place of the folder; folders on the way are made. */
export async function writeIn(folder: string, file: string, text: string): Promise<void> {
  const place = path.join(folder, file)
  await mkdir(path.dirname(place), { recursive: true })
  await writeFile(place, text)
}

/** Copies the files of pictures with their sizes; gives those that are missing. */
export async function copyPictures(
  pictures: readonly Picture[],
  mediaFolder: string,
  folder: string,
): Promise<string[]> {
  const names = new Set(
    pictures
      .flatMap(({ src, sizes }) => [src, ...sizes.map((size) => size.src)])
      .map((src) => path.posix.basename(src)),
  )
  await mkdir(path.join(folder, 'media'), { recursive: true })
  const missing: string[] = []
  for (const name of names) {
    try {
      await copyFile(path.join(mediaFolder, name), path.join(folder, 'media', name))
    } catch {
      missing.push(name)
    }
  }
  return missing
}
