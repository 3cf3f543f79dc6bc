import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { MediaError } from './media-error.ts'
import type { ArchiveEntry } from './unpack.ts'

/** Reads the list that a .zip (or .zip64) keeps at its end, then each file where the list says. */

const END = 0x06054b50
const END64 = 0x06064b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
const MAX_LIST = 512 * 1024 * 1024

async function read(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead < length) throw new MediaError('archive coupée')
  return buffer
}

/** Where the list stands. The end record is followed by a comment of at most 64 kB. */
async function findList(handle: FileHandle): Promise<{ at: number; length: number }> {
  const { size } = await handle.stat()
  const start = Math.max(0, size - 65_557)
  const tail = await read(handle, start, size - start)
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue
    const list = { at: tail.readUInt32LE(at + 16), length: tail.readUInt32LE(at + 12) }
    const isLarge = list.at === 0xffffffff || list.length === 0xffffffff
    if (!isLarge || at < 20) return list
    const end64 = await read(handle, Number(tail.readBigUInt64LE(at - 12)), 56)
    if (end64.readUInt32LE(0) !== END64) throw new MediaError('archive coupée')
    return { at: Number(end64.readBigUInt64LE(48)), length: Number(end64.readBigUInt64LE(40)) }
  }
  throw new MediaError('archive coupée : sa liste de fichiers manque')
}

type Listed = { name: string; method: number; flags: number; packed: number; at: number }

/** Sizes and places that do not fit 32 bits stand in an extra field (id 1), in this order. */
function widen(extra: Buffer, values: number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return values.map((value) => {
      if (value !== 0xffffffff || next + 8 > extra.length) return value
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    })
  }
  return values
}

function decodeName(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? bytes.toString('latin1') : text
}

function* listed(list: Buffer): Generator<Listed> {
  for (let at = 0; at + 46 <= list.length; ) {
    if (list.readUInt32LE(at) !== LISTED) throw new MediaError('liste de fichiers illisible')
    const nameEnd = at + 46 + list.readUInt16LE(at + 28)
    const extraEnd = nameEnd + list.readUInt16LE(at + 30)
    const [, packed = 0, place = 0] = widen(list.subarray(nameEnd, extraEnd), [
      list.readUInt32LE(at + 24),
      list.readUInt32LE(at + 20),
      list.readUInt32LE(at + 42),
    ])
    yield {
      name: decodeName(list.subarray(at + 46, nameEnd)),
      flags: list.readUInt16LE(at + 8),
      method: list.readUInt16LE(at + 10),
      packed,
      at: place,
    }
    at = extraEnd + list.readUInt16LE(at + 32)
  }
}

/** The files of a .zip. */
export async function* readZip(archive: string): AsyncGenerator<ArchiveEntry> {
  const handle = await open(archive)
  try {
    const { at, length } = await findList(handle)
    if (length > MAX_LIST) throw new MediaError('liste de fichiers trop longue')
    for (const file of listed(await read(handle, at, length))) {
      if (file.name.endsWith('/')) continue
      if (file.flags & 1) throw new MediaError('archive chiffrée')
      if (file.method !== 0 && file.method !== 8) throw new MediaError(`compression ${file.method} inconnue`)
      const local = await read(handle, file.at, 30)
      if (local.readUInt32LE(0) !== LOCAL) throw new MediaError('archive coupée')
      const start = file.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
      const packed = () =>
        file.packed === 0
          ? Readable.from([])
          : createReadStream(archive, { start, end: start + file.packed - 1 })
      const inflated = () => {
        const inflate = createInflateRaw()
        packed()
          .on('error', (error: Error) => inflate.destroy(error))
          .pipe(inflate)
        return inflate
      }
      yield { name: file.name, content: file.method === 8 ? inflated : packed }
    }
  } finally {
    await handle.close()
  }
}
