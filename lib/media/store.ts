import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import type { Database } from '../db.ts'
import { env } from '../env.ts'

/** Widths in pixels of the sizes derived from a picture: phone, large phone or column, whole page. */
const WIDTHS = [480, 960, 1440]
const MAX_BYTES = 100 * 1024 * 1024

/** What the site serves, by extension. SVG is left out: it can hold script. */
export const MIME_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
  pdf: 'application/pdf',
}

export type MediaSize = { file: string; width: number; type: string }
/** A file that cannot be stored; the message is for the report. */
export class MediaError extends Error {}

/** Whole or not at all: a reader never meets half a file. */
async function writeWhole(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const target = path.join(folder, file)
  await mkdir(path.dirname(target), { recursive: true })
  const partial = `${target}.${process.pid}.part`
  await writeFile(partial, bytes)
  await rename(partial, target)
}

async function derive(bytes: Uint8Array, id: string, folder: string) {
  const picture = sharp(bytes, { limitInputPixels: 100_000_000 }).rotate()
  const { width = 0, height = 0, orientation = 1 } = await picture.metadata()
  const [shownWidth, shownHeight] = orientation >= 5 ? [height, width] : [width, height]
  const sizes: MediaSize[] = []
  for (const target of WIDTHS.filter((candidate) => candidate < shownWidth)) {
    const file = `${id}-${target}.webp`
    await writeWhole(
      folder,
      file,
      await picture.clone().resize({ width: target }).webp({ quality: 78 }).toBuffer(),
    )
    sizes.push({ file, width: target, type: 'image/webp' })
  }
  const tiny = await picture.clone().resize({ width: 12 }).webp({ quality: 40 }).toBuffer()
  return {
    width: shownWidth,
    height: shownHeight,
    sizes,
    placeholder: `data:image/webp;base64,${tiny.toString('base64')}`,
  }
}

/**
 * Stores a file under the hash of its content, with the sizes derived from a picture, and gives its id. The same
 * content is stored once. Throws `MediaError` for a type that is not served, a file too large or a broken picture.
 */
export async function storeMedia(
  database: Database,
  source: string,
  words: { alt: string | null; caption: string },
  folder: string = env.MEDIA_DIR,
): Promise<string> {
  const extension = path.extname(source).slice(1).toLowerCase()
  const mimeType = MIME_TYPES[extension]
  if (!mimeType) throw new MediaError(`${source} : type de fichier refusé (« .${extension} »)`)
  const bytes = await readFile(source)
  if (bytes.byteLength > MAX_BYTES) throw new MediaError(`${source} : plus de ${MAX_BYTES / 1024 / 1024} Mo`)
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const known = await database.media.findUnique({ where: { id }, select: { id: true } })
  if (known) return id
  const file = `${id}.${extension}`
  const derived = mimeType.startsWith('image/')
    ? await derive(bytes, id, folder).catch((error: unknown) => {
        throw new MediaError(
          `${source} : image illisible (${error instanceof Error ? error.message : error})`,
        )
      })
    : { width: null, height: null, sizes: [], placeholder: null }
  await writeWhole(folder, file, bytes)
  await database.media.create({ data: { id, file, mimeType, ...words, ...derived } })
  return id
}
