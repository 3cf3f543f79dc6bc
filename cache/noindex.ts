import { ServerResponse } from 'node:http'
import { publicHostOf } from '../lib/public-host.ts'

/** Asks search engines, in every answer of the process, to leave out what is asked under another name than the site's. */
export function keepOutOfSearch(): void {
  const publicHost = publicHostOf(process.env.SITE_URL)
  const { writeHead } = ServerResponse.prototype
  const patched: typeof writeHead = function (this: ServerResponse, ...args: unknown[]) {
    const isPublic = publicHost !== null && this.req.headers.host === publicHost
    if (!isPublic && !this.headersSent) this.setHeader('X-Robots-Tag', 'noindex')
    return Reflect.apply(writeHead, this, args)
  }
  ServerResponse.prototype.writeHead = patched
}
