import { createHash } from 'node:crypto'
import { constants, createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { Media } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { env } from '../env.ts'
import { cleanSvg } from './clean-svg.ts'
import type { Derived } from './derive.ts'
import { type FileType, HEAD_BYTES, recognise } from './file-types.ts'
import { MediaError } from './media-error.ts'
import { writeWhole } from './write-whole.ts'

const MEGABYTE = 1024 * 1024
/** Pictures are decoded in memory; other files are only copied. */
const MAX_PICTURE = 100 * MEGABYTE
export const MAX_FILE = 2048 * MEGABYTE

const sizeList = z.array(z.object({ file: z.string() }))

async function typeOf(source: string, name: string): Promise<FileType> {
  const handle = await open(source)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const type = recognise(buffer.subarray(0, bytesRead), name)
    if (!type) throw new MediaError('type de fichier refusé, ou contenu qui n’est pas ce que dit le nom')
    const limit = type.mime.startsWith('image/') ? MAX_PICTURE : MAX_FILE
    if ((await stat(source)).size > limit) throw new MediaError(`plus de ${limit / MEGABYTE} Mo`)
    return type
  } finally {
    await handle.close()
  }
}

async function contentId(source: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(source)) hash.update(chunk)
  return hash.digest('hex').slice(0, 32)
}

async function storeSvg(source: string, { mime }: FileType, id: string, folder: string): Promise<Derived> {
  const text = cleanSvg(await readFile(source, 'utf8'))
  const file = `${id}.svg`
  const { default: sharp } = await import('sharp')
  const { width, height } = await sharp(Buffer.from(text)).metadata()
  await writeWhole(folder, file, (partial) => writeFile(partial, text))
  return { file, mimeType: mime, width, height, placeholder: null, sizes: [] }
}

/** The decoder takes 20 MB once it is loaded: an import without pictures does without. */
async function storePicture(source: string, type: FileType, id: string, folder: string): Promise<Derived> {
  const { derivePicture } = await import('./derive.ts')
  return derivePicture(source, type, id, folder)
}

async function storeCopy(source: string, type: FileType, id: string, folder: string): Promise<Derived> {
  const file = `${id}.${type.extension}`
  await writeWhole(folder, file, (partial) => copyFile(source, partial, constants.COPYFILE_FICLONE))
  return { file, mimeType: type.mime, width: null, height: null, placeholder: null, sizes: [] }
}

async function storeBytes(source: string, type: FileType, id: string, folder: string): Promise<Derived> {
  if (!type.mime.startsWith('image/')) return storeCopy(source, type, id, folder)
  try {
    return await (type.extension === 'svg' ? storeSvg : storePicture)(source, type, id, folder)
  } catch (error) {
    if (error instanceof MediaError) throw error
    throw new MediaError(`image illisible (${error instanceof Error ? error.message : error})`)
  }
}

/** True when the file and each of its sizes stand in the folder. */
export function isStored({ file, sizes }: Pick<Media, 'file' | 'sizes'>, folder = env.MEDIA_DIR): boolean {
  return [file, ...sizeList.parse(sizes).map((size) => size.file)].every((name) =>
    existsSync(path.join(folder, name)),
  )
}

export type MediaWords = { alt: string | null; caption: string; credit: string | null }

/**
 * Stores a file under the hash of its content, with what is derived from a picture, and gives its row. The same content
 * is stored once; files are whole before the row that names them is written, so that a killed import goes on where it
 * was. `name` chooses among the types that the first bytes allow. Throws `MediaError` with the reason of a refusal.
 */
export async function storeMedia(
  database: Database,
  source: string,
  name: string,
  words: MediaWords,
  folder: string = env.MEDIA_DIR,
): Promise<Media> {
  const type = await typeOf(source, name)
  const id = await contentId(source)
  const known = await database.media.findUnique({ where: { id } })
  if (known && isStored(known, folder)) return known
  await mkdir(folder, { recursive: true })
  const stored = await storeBytes(source, type, id, folder)
  return database.media.upsert({ where: { id }, create: { id, ...words, ...stored }, update: stored })
}
