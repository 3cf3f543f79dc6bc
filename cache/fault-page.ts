import { ServerResponse } from 'node:http'

const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Panne</title>
<style>:root{color-scheme:light dark}body{max-width:38rem;margin:12vh auto;padding:0 1.25rem;background:light-dark(#fbf6ec,#161513);color:light-dark(#1d1b17,#ede6d9);font:1.25rem/1.5 Georgia,serif}h1{font-weight:500;font-size:2.5rem;line-height:1.1}a{color:light-dark(#bc2d13,#ff8b6e)}li{padding:.35rem 0}</style>
<main><h1>La page n’a pas pu être faite</h1>
<p>La panne vient d’ici, pas de vous. Rechargez la page dans une minute, ou reprenez votre lecture par ici.</p>
<ul><li><a href="/">La page d’accueil</a></li><li><a href="/archives/">Les archives</a></li></ul></main></html>
`

const isFault = (response: ServerResponse): boolean =>
  response.statusCode === 500 && String(response.getHeader('content-type') ?? '').startsWith('text/html')

/**
 * Answers a fault with a page that is whole. Next's own is an empty document that its client runtime would fill, and
 * the policy lets no inline script run: a reader would see nothing.
 */
export function showFaults(): void {
  const { write, end } = ServerResponse.prototype
  const wrappedWrite = function (this: ServerResponse, ...given: unknown[]): boolean {
    if (this.headersSent || !isFault(this)) return Reflect.apply(write, this, given)
    const written = given.find((value) => typeof value === 'function')
    if (written) process.nextTick(written)
    return true
  }
  const wrappedEnd = function (this: ServerResponse, ...given: unknown[]): ServerResponse {
    if (this.headersSent || !isFault(this)) return Reflect.apply(end, this, given)
    this.removeHeader('etag')
    this.setHeader('Cache-Control', 'no-store')
    this.setHeader('Content-Length', Buffer.byteLength(page))
    const ended = given.find((value) => typeof value === 'function')
    return Reflect.apply(end, this, ended ? [page, ended] : [page])
  }
  ServerResponse.prototype.write = wrappedWrite
  ServerResponse.prototype.end = wrappedEnd
  const { flushHeaders } = ServerResponse.prototype
  ServerResponse.prototype.flushHeaders = function () {
    if (!isFault(this)) flushHeaders.call(this)
  }
}
