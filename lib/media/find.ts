import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { insideUploads } from './addresses.ts'

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile()

/** Folders named `uploads` below a folder: a backup holds them at `site/wp-content/uploads`. */
function uploadsUnder(folder: string, depth = 4): string[] {
  if (depth === 0) return []
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) =>
    name === 'uploads'
      ? [path.join(folder, name)]
      : /^\d{4}$/.test(name)
        ? []
        : uploadsUnder(path.join(folder, name), depth - 1),
  )
}

/** Where the files of a folder may start: the folder mirrors the site, is its uploads folder, or holds one. */
export function mediaRoots(folder: string): string[] {
  const root = path.resolve(folder)
  return [root, ...uploadsUnder(root)]
}

/** Where a decoded path of the old site may be under `roots`. */
function placesOf(roots: readonly string[], pathname: string): string[] {
  const inside = insideUploads(pathname)
  return roots.flatMap((root) =>
    (inside === null ? [pathname] : [pathname, inside])
      .map((place) => path.join(root, place))
      .filter((file) => file.startsWith(root + path.sep)),
  )
}

/**
 * The file under `roots` that stands at a decoded path of the old site, or null. Whole paths are compared, never base names
 * alone: two months may hold the same name. A copy made by macOS writes accents as signs of their own.
 */
export function findMediaFile(roots: readonly string[], pathname: string): string | null {
  const forms = placesOf(roots, pathname).flatMap((file) => [file, file.normalize('NFD')])
  return forms.find(isFile) ?? null
}

/** The largest of the sizes that WordPress made of a picture, where its original is gone; null when there is none. */
export function findLargestSize(roots: readonly string[], pathname: string): string | null {
  for (const file of placesOf(roots, pathname)) {
    const { dir, name, ext } = path.parse(file)
    const sizes = existsSync(dir) ? readdirSync(dir).flatMap((entry) => sizeOf(entry, name, ext)) : []
    const largest = sizes.sort((one, other) => other.pixels - one.pixels)[0]
    if (largest) return path.join(dir, largest.entry)
  }
  return null
}

function sizeOf(entry: string, name: string, ext: string): { entry: string; pixels: number }[] {
  const plain = entry.normalize()
  if (!plain.startsWith(`${name}-`) || !plain.endsWith(ext)) return []
  const [, width, height] = /^-(\d{1,5})x(\d{1,5})$/.exec(plain.slice(name.length, -ext.length)) ?? []
  return width && height ? [{ entry, pixels: Number(width) * Number(height) }] : []
}
