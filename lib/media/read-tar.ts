import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { MediaError } from './media-error.ts'
import type { ArchiveEntry } from './unpack.ts'

/** Reads a .tar as it comes: blocks of 512 bytes, a header before each file. Links and devices are passed over. */

const BLOCK = 512
const MAX_LONG_NAME = 64 * 1024

/** Takes a stream by lengths instead of chunks. */
class Blocks {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** At most `length` bytes; an empty buffer at the end. */
  async some(length: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#chunks.next()
      if (done) return Buffer.alloc(0)
      this.#rest = value
    }
    const taken = this.#rest.subarray(0, length)
    this.#rest = this.#rest.subarray(taken.length)
    return taken
  }

  async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      const chunk = await this.some(left)
      if (chunk.length === 0) throw new MediaError('archive coupée')
      left -= chunk.length
      yield chunk
    }
  }

  /** True when nothing is left: some programs write no empty blocks at the end. */
  async isAtEnd(): Promise<boolean> {
    const next = await this.some(1)
    this.#rest = Buffer.concat([next, this.#rest])
    return next.length === 0
  }

  async whole(length: number): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const chunk of this.take(length)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
}

const textOf = (bytes: Buffer): string => bytes.toString('utf8').replace(/\0.*$/s, '')

/** Octal digits, or big-endian binary when the first bit is set. */
function sizeOf(field: Buffer): number {
  if ((field[0] ?? 0) & 0x80) return Number(field.readBigUInt64BE(4))
  return Number.parseInt(textOf(field).trim() || '0', 8)
}

/** Records `length key=value\n` of an extended header. */
function paxRecords(bytes: Buffer): Map<string, string> {
  const records = new Map<string, string>()
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 20), 10)
    if (!(length > 0)) break
    const record = bytes.toString('utf8', at, at + length - 1)
    const [, key, value] = /^\d+ ([^=]+)=(.*)$/s.exec(record) ?? []
    if (key !== undefined && value !== undefined) records.set(key, value)
    at += length
  }
  return records
}

/** Reads what nobody took. */
async function drain(content: AsyncGenerator<Buffer>): Promise<void> {
  while (!(await content.next()).done);
}

/** The files of a .tar, unzipped on the way when `isGzip`. */
export async function* readTar(archive: string, isGzip: boolean): AsyncGenerator<ArchiveEntry> {
  const file = createReadStream(archive)
  const gunzip = createGunzip()
  const stream = isGzip ? file.on('error', (error) => gunzip.destroy(error)).pipe(gunzip) : file
  const blocks = new Blocks(stream)
  let extended = new Map<string, string>()
  try {
    while (!(await blocks.isAtEnd())) {
      const header = await blocks.whole(BLOCK)
      if (header.every((byte) => byte === 0)) return
      const type = String.fromCharCode(header[156] ?? 0)
      const size = Number(extended.get('size') ?? sizeOf(header.subarray(124, 136)))
      if (!Number.isSafeInteger(size) || size < 0) throw new MediaError('archive illisible')
      const padding = (BLOCK - (size % BLOCK)) % BLOCK
      if (type === 'x' || type === 'L') {
        if (size > MAX_LONG_NAME) throw new MediaError('archive illisible : nom sans fin')
        const bytes = await blocks.whole(size)
        extended = type === 'x' ? paxRecords(bytes) : new Map([['path', textOf(bytes)]])
      } else {
        const prefix = textOf(header.subarray(345, 500))
        const own = textOf(header.subarray(0, 100))
        const name = extended.get('path') ?? (prefix ? `${prefix}/${own}` : own)
        extended = new Map()
        const content = blocks.take(size)
        if (type === '0' || type === '\0') yield { name, content: () => Readable.from(content) }
        await drain(content)
      }
      await blocks.whole(padding)
    }
  } finally {
    stream.destroy()
    file.destroy()
  }
}
