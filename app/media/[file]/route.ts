import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { resolveKeys } from '../../../lib/articles/resolve.ts'
import { database } from '../../../lib/db.ts'
import { env } from '../../../lib/env.ts'
import { extensionOf, MIME_TYPES } from '../../../lib/media/file-types.ts'
import { readOldPath } from '../../../lib/old-addresses.ts'
import { encodePath, pathOf } from '../../../lib/routes.ts'

type Range = { start: number; end: number }

/** `bytes=100-`, `bytes=-500` → the bytes asked for; null when the whole is; several ranges are not served (RFC 9110 §14.2). */
function readRange(header: string | null, size: number): Range | 'outside' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const last = Number(match[2] || Number.POSITIVE_INFINITY)
  const start = match[1] === '' ? Math.max(0, size - last) : Number(match[1])
  const end = match[1] === '' ? size - 1 : Math.min(last, size - 1)
  return start <= end ? { start, end } : 'outside'
}

/**
 * The files that may answer for a derived size, best first. Pages name the WebP one, in an `img` that stands right in
 * its `figure`: a browser that says it reads AVIF gets that, one that reads neither gets the format of the original.
 */
function candidates(file: string, accept: string): string[] {
  if (!/-\d+\.webp$/.test(file)) return [file]
  const as = (extension: string) => file.replace(/webp$/, extension)
  if (accept.includes('image/avif')) return [as('avif'), file]
  const readsWebp = accept.includes('image/webp') || !accept.includes('image/')
  return readsWebp ? [file] : [as('jpg'), as('png'), file]
}

/** `openAsBlob` throws at once when there is no file. */
async function openFile(file: string): Promise<Blob> {
  return openAsBlob(path.resolve(env.MEDIA_DIR, file))
}

async function openFirst(files: string[]): Promise<{ file: string; found: Blob } | null> {
  for (const file of files) {
    const found = await openFile(file).catch(() => null)
    if (found) return { file, found }
  }
  return null
}

/** Nothing in a file runs on this site. */
function safetyOf(type: string): Record<string, string> {
  const isShown = /^(?:image|audio|video)\/|^text\/vtt$|^application\/pdf$/.test(type)
  return {
    'X-Content-Type-Options': 'nosniff',
    ...(type === 'image/svg+xml'
      ? { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox" }
      : {}),
    ...(isShown ? {} : { 'Content-Disposition': 'attachment' }),
  }
}

/** A page that WordPress had below `/media/` stands elsewhere. */
async function leadOn(name: string): Promise<Response> {
  const { keys } = readOldPath(pathOf(['media', name]))
  const target = await resolveKeys(await database(), keys, new Date())
  if (target === null) return new Response(null, { status: 404 })
  return new Response(null, { status: 308, headers: { Location: encodePath(target) } })
}

/** A stored file. Its name is the hash of its content, so that it never changes. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file: asked } = await params
  if (!/^[0-9a-f]{32}(?:-\d+)?\.[a-z0-9]+$/.test(asked)) return leadOn(asked)
  const opened = await openFirst(candidates(asked, request.headers.get('accept') ?? ''))
  const type = MIME_TYPES[extensionOf(opened?.file ?? '')]
  if (!opened || !type) return new Response(null, { status: 404 })
  const { found } = opened
  const headers = {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Accept-Ranges': 'bytes',
    ...(candidates(asked, 'image/avif').length > 1 ? { Vary: 'Accept' } : {}),
    ...safetyOf(type),
  }
  const range = readRange(request.headers.get('range'), found.size)
  if (range === 'outside')
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${found.size}` } })
  const { start, end } = range ?? { start: 0, end: found.size - 1 }
  return new Response(found.slice(start, end + 1), {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(end - start + 1),
      ...(range ? { 'Content-Range': `bytes ${start}-${end}/${found.size}` } : {}),
    },
  })
}
