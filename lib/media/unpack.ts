import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extensionOf, MIME_TYPES } from './file-types.ts'
import { MediaError } from './media-error.ts'
import { readTar } from './read-tar.ts'
import { readZip } from './read-zip.ts'

/** A file of an archive. `content` must be read to its end, or destroyed, before the next one. */
export type ArchiveEntry = { name: string; content: () => Readable }

const MEGABYTE = 1024 * 1024
/** Pictures hardly shrink in an archive: one that grows more than this is no copy of uploads. */
const MAX_GROWTH = 20
const MAX_ENTRIES = 1_000_000

/** Where an entry may be written: inside `root` and nowhere else; null for a name that leads out of it. */
export function placeInside(root: string, name: string): string | null {
  const parts = name.split(/[\\/]+/).filter((part) => part !== '' && part !== '.')
  const isPlain = parts.every((part) => part !== '..' && !/[\0:]/.test(part) && Buffer.byteLength(part) < 256)
  return parts.length > 0 && parts.length < 40 && isPlain && !/^[\\/]|^[a-z]:/i.test(name)
    ? path.join(root, ...parts)
    : null
}

async function write(entry: ArchiveEntry, target: string, room: { left: number }): Promise<void> {
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      room.left -= chunk.length
      if (room.left < 0) done(new MediaError('archive qui grandit sans mesure en se dépliant'))
      else done(null, chunk)
    },
  })
  await mkdir(path.dirname(target), { recursive: true })
  await pipeline(entry.content(), counter, createWriteStream(target))
}

async function entriesOf(archive: string): Promise<AsyncIterable<ArchiveEntry>> {
  const handle = await open(archive)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0).finally(() => handle.close())
  const head = buffer.subarray(0, bytesRead)
  if (head.toString('latin1', 0, 2) === 'PK') return readZip(archive)
  const isGzip = head[0] === 0x1f && head[1] === 0x8b
  if (isGzip || head.toString('latin1', 257, 262) === 'ustar') return readTar(archive, isGzip)
  throw new MediaError(`${archive} : ni .zip, ni .tar, ni .tar.gz`)
}

/**
 * Unpacks an archive of uploads into a folder of its own and gives that folder: only files that the site serves, only
 * inside. Throws `MediaError` for what is no such archive, is cut, or grows beyond measure.
 */
export async function unpack(archive: string): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'chapo-uploads-'))
  try {
    const room = { left: (await stat(archive)).size * MAX_GROWTH + 10 * MEGABYTE }
    let count = 0
    for await (const entry of await entriesOf(archive)) {
      count += 1
      if (count > MAX_ENTRIES) throw new MediaError(`plus de ${MAX_ENTRIES} fichiers`)
      const target = placeInside(root, entry.name)
      if (target && MIME_TYPES[extensionOf(entry.name)]) await write(entry, target, room)
    }
    return root
  } catch (error) {
    await rm(root, { recursive: true, force: true })
    throw error instanceof MediaError
      ? error
      : new MediaError(`${archive} : archive illisible (${error instanceof Error ? error.message : error})`)
  }
}
