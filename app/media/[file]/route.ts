import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { env } from '../../../lib/env.ts'
import { MIME_TYPES } from '../../../lib/media/store.ts'

/** `bytes=100-` → the first byte asked for; films are sought so. Several ranges are not served (RFC 9110 §14.2). */
function readRange(header: string | null, size: number): { start: number; end: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '')
  if (!match) return null
  const start = Number(match[1])
  const end = Math.min(match[2] ? Number(match[2]) : size - 1, size - 1)
  return start <= end ? { start, end } : null
}

/** A stored file. Its name is the hash of its content, so that it never changes. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params
  const type = MIME_TYPES[path.extname(file).slice(1)]
  const target = path.resolve(env.MEDIA_DIR, file)
  if (!type || !/^[0-9a-f]{32}(?:-\d+)?\.[a-z0-9]+$/.test(file)) return new Response(null, { status: 404 })
  const found = await openAsBlob(target).catch(() => null)
  if (!found) return new Response(null, { status: 404 })
  const range = readRange(request.headers.get('range'), found.size)
  const { start, end } = range ?? { start: 0, end: found.size - 1 }
  const headers = {
    'Content-Type': type,
    'Content-Length': String(end - start + 1),
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Accept-Ranges': 'bytes',
    ...(range ? { 'Content-Range': `bytes ${start}-${end}/${found.size}` } : {}),
  }
  return new Response(found.slice(start, end + 1), { status: range ? 206 : 200, headers })
}
