import { type IncomingMessage, ServerResponse } from 'node:http'

/**
 * A page's redirect is kept in the cache without the query of whoever asks: `/ancien/?utm_source=x` leads to the new
 * address with it. The queries that the handler of old addresses reads (`/?p=6627`, `/tag/x/?feed=rss2`) are its own: it
 * keeps the rest of them.
 */
export function withQueryOf(request: Pick<IncomingMessage, 'url'>, location: string): string {
  const [path = '', query] = request.url?.split('?') ?? []
  const isRead =
    path === '/' ||
    path.startsWith('/index.php') ||
    location.includes('?') ||
    new URLSearchParams(query).has('feed')
  if (!query || isRead || !location.startsWith('/')) return location
  const [place, fragment] = location.split('#')
  return `${place}?${query}${fragment === undefined ? '' : `#${fragment}`}`
}

/**
 * Mends the `Location` of what Next sends, for the whole process: it keeps the query, and stands once. On the first
 * answer of a page that redirects, the render sets it, and it is appended again from the entry just cached; clients
 * that follow RFC 9110 §5.3 would join the two into one wrong address.
 */
export function mendLocations(): void {
  const { appendHeader, setHeader } = ServerResponse.prototype
  const isLocation = (name: string): boolean => name.toLowerCase() === 'location'
  ServerResponse.prototype.setHeader = function (name, value) {
    const isMended = isLocation(name) && typeof value === 'string'
    return setHeader.call(this, name, isMended ? withQueryOf(this.req, value) : value)
  }
  ServerResponse.prototype.appendHeader = function (name, value) {
    if (!isLocation(name) || typeof value !== 'string') return appendHeader.call(this, name, value)
    const location = withQueryOf(this.req, value)
    return this.getHeader('location') === location ? this : appendHeader.call(this, name, location)
  }
}
