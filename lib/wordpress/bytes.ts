import { createReadStream } from 'node:fs'
import { constants, createGunzip } from 'node:zlib'
import { SourceError } from './source.ts'

/** True for the first bytes of a gzip file. */
export const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b

/**
 * The bytes of a file as they come, decompressed when `compressed`.
 * @throws SourceError when a compressed file is cut or damaged, after the bytes before that place.
 */
export async function* readBytes(file: string, compressed: boolean): AsyncGenerator<Buffer> {
  const stream = createReadStream(file)
  let count = 0
  try {
    const bytes: AsyncIterable<Buffer> = compressed ? stream.pipe(createGunzip()) : stream
    for await (const chunk of bytes) {
      count += chunk.length
      yield chunk
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
    if (error.code === 'Z_BUF_ERROR')
      for await (const chunk of endOfCut(file, count)) {
        count += chunk.length
        yield chunk
      }
    const advice = 'Vérifiez qu’il a été copié en entier'
    throw new SourceError(file, `octet ${count}`, `le fichier compressé est coupé ou abîmé. ${advice}.`)
  } finally {
    stream.destroy()
  }
}

/** What a cut compressed file still holds after its first `count` bytes, which the stream that fails does not give. */
async function* endOfCut(file: string, count: number): AsyncGenerator<Buffer> {
  const stream = createReadStream(file)
  const bytes: AsyncIterable<Buffer> = stream.pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }))
  let position = 0
  try {
    for await (const chunk of bytes) {
      const rest = chunk.subarray(Math.max(0, count - position))
      position += chunk.length
      if (rest.length > 0) yield rest
    }
  } finally {
    stream.destroy()
  }
}

/** The first `length` bytes of a file, fewer when it is shorter, or damaged before that: reading on says so. */
export async function readHead(file: string, compressed: boolean, length: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of readBytes(file, compressed)) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= length) break
    }
  } catch (error) {
    if (!(error instanceof SourceError) || size === 0) throw error
  }
  return Buffer.concat(chunks).subarray(0, length)
}

/** All bytes of a file, with what stopped the reading; null when there are more than `limit`. */
export async function readWhole(
  file: string,
  compressed: boolean,
  limit: number,
): Promise<{ bytes: Buffer; damage: SourceError | null } | null> {
  const chunks: Buffer[] = []
  let size = 0
  let damage: SourceError | null = null
  try {
    for await (const chunk of readBytes(file, compressed)) {
      chunks.push(chunk)
      size += chunk.length
      if (size > limit) return null
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    damage = error
  }
  return { bytes: Buffer.concat(chunks), damage }
}

/** Text in UTF-8, without a byte order mark. */
export async function* readUtf8(file: string, compressed: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of readBytes(file, compressed)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
