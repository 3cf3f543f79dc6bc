import { type IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * Compressed copies of what the site sends, kept by address and ETag, so that a page is compressed once and not at each
 * request: that is most of what a page from the cache costs (docs/measurements.md). A new version has another ETag; the
 * copies used longest ago make room.
 */
type Encoding = 'br' | 'gzip'

const MOST_BYTES = 64 * 2 ** 20
/** Below this, compressing saves less than its header costs. */
const LEAST_BYTES = 512
const COMPRESSIBLE = /^(?:text\/|image\/svg\+xml|application\/(?:[a-z.-]+\+)?(?:json|xml|javascript))/

const copies = new Map<string, Buffer>()
let bytes = 0

function keep(key: string, copy: Buffer): void {
  copies.set(key, copy)
  bytes += copy.length
  for (const [oldest, { length }] of copies) {
    if (bytes <= MOST_BYTES) return
    copies.delete(oldest)
    bytes -= length
  }
}

function compress(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(body, { level: 9 })
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  return brotliCompressSync(body, { params })
}

function copyOf(key: string, body: Buffer, encoding: Encoding): Buffer {
  const kept = copies.get(key)
  if (kept) {
    copies.delete(key)
    copies.set(key, kept)
    return kept
  }
  const copy = compress(body, encoding)
  keep(key, copy)
  return copy
}

/** The encoding that the reader takes, brotli before gzip; null for one that takes neither (`br;q=0` is a refusal). */
export function encodingFor({ headers }: Pick<IncomingMessage, 'headers'>): Encoding | null {
  const header = headers['accept-encoding']
  const accepted = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0])
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}

const isCompressible = (response: ServerResponse): boolean =>
  !response.headersSent &&
  response.statusCode === 200 &&
  response.req.method === 'GET' &&
  response.hasHeader('etag') &&
  !response.hasHeader('content-encoding') &&
  COMPRESSIBLE.test(String(response.getHeader('content-type') ?? ''))

function addVary(response: ServerResponse): void {
  const vary = [response.getHeader('vary') ?? []].flat().join(', ')
  if (!/accept-encoding/i.test(vary))
    response.setHeader('Vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding')
}

const toBuffer = (chunk: unknown, encoding: unknown): Buffer =>
  typeof chunk === 'string'
    ? Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8')
    : chunk instanceof Uint8Array
      ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      : Buffer.alloc(0)

/** Replaces the body by its compressed copy, and says so. */
function prepare(response: ServerResponse, body: Buffer, encoding: Encoding): Buffer {
  if (body.length < LEAST_BYTES) return body
  const etag = String(response.getHeader('etag'))
  const copy = copyOf(`${encoding} ${response.req.url} ${etag}`, body, encoding)
  response.setHeader('Content-Encoding', encoding)
  response.setHeader('ETag', etag.startsWith('W/') ? etag : `W/${etag}`)
  return copy
}

/**
 * Makes the server of this process send kept copies: what carries an ETag and is text is held until it is whole. Next's
 * own `compress` compresses again for each reader, and a custom server would be a second way to start the site.
 */
export function keepCompressed(): void {
  const { write, end, flushHeaders } = ServerResponse.prototype
  const held = new WeakMap<ServerResponse, Buffer[]>()
  /** The parts held of a response that will be compressed; undefined for one that goes out as it comes. */
  const partsOf = (response: ServerResponse): Buffer[] | undefined => {
    const known = held.get(response)
    if (known || !isCompressible(response)) return known
    addVary(response)
    if (encodingFor(response.req) === null) return undefined
    const parts: Buffer[] = []
    held.set(response, parts)
    return parts
  }
  const wrappedWrite = function (this: ServerResponse, chunk: unknown, ...more: unknown[]): boolean {
    const parts = partsOf(this)
    if (!parts) return Reflect.apply(write, this, [chunk, ...more])
    parts.push(toBuffer(chunk, more[0]))
    const written = more.find((value) => typeof value === 'function')
    if (written) process.nextTick(written)
    return true
  }
  const wrappedEnd = function (this: ServerResponse, ...given: unknown[]): ServerResponse {
    const parts = partsOf(this)
    const encoding = encodingFor(this.req)
    if (!parts || !encoding) return Reflect.apply(end, this, given)
    held.delete(this)
    const [chunk, ...more] = typeof given[0] === 'function' ? [undefined, ...given] : given
    const body = prepare(this, Buffer.concat([...parts, toBuffer(chunk, more[0])]), encoding)
    this.setHeader('Content-Length', body.length)
    const ended = more.find((value) => typeof value === 'function')
    return Reflect.apply(end, this, ended ? [body, ended] : [body])
  }
  ServerResponse.prototype.write = wrappedWrite
  ServerResponse.prototype.end = wrappedEnd
  ServerResponse.prototype.flushHeaders = function () {
    if (!partsOf(this)) flushHeaders.call(this)
  }
}
