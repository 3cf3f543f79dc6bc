import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'

type Asked = Pick<IncomingMessage, 'method' | 'headers'>
type Validators = { etag: string | undefined; lastModified: string | undefined }

const bare = (tag: string): string => tag.trim().replace(/^W\//, '')

/** Whether the client has the answer already (RFC 9110 §13.1): the tag decides, the date only where no tag is given. */
export function hasAlready({ method, headers }: Asked, { etag, lastModified }: Validators): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return tags.trim() === '*' || (etag !== undefined && tags.split(',').map(bare).includes(bare(etag)))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return lastModified !== undefined && Date.parse(lastModified) <= since
}

const textOf = (value: OutgoingHttpHeaders[string]): string | undefined =>
  typeof value === 'string' ? value : undefined

/**
 * Answers 304 in the place of Next, for the whole process: Next compares the tags of pages and leaves those of route
 * handlers alone. What the handler still writes is dropped by Node, as a 304 has no body.
 */
export function answerNotModified(): void {
  const { writeHead } = ServerResponse.prototype
  const patched: typeof writeHead = function (this: ServerResponse, status: number, ...others: unknown[]) {
    const validators = {
      etag: textOf(this.getHeader('etag')),
      lastModified: textOf(this.getHeader('last-modified')),
    }
    const isSame = status === 200 && hasAlready(this.req, validators)
    if (isSame) for (const name of ['content-length', 'content-type']) this.removeHeader(name)
    return Reflect.apply(writeHead, this, [isSame ? 304 : status, ...others])
  }
  ServerResponse.prototype.writeHead = patched
}
