import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

function isReadable(part: string): boolean {
  try {
    decodeURIComponent(part)
    return true
  } catch {
    return false
  }
}

/**
 * An address whose path can be decoded: in a part that cannot (`%zz`, a letter of Latin-1, half a character), each `%`
 * stands for itself. The query is left as it is.
 */
export function readableAddress(address: string): string {
  const [path = '', ...query] = address.split('?')
  const parts = path.split('/').map((part) => (isReadable(part) ? part : part.replaceAll('%', '%25')))
  return [parts.join('/'), ...query].join('?')
}

/** Makes the address of every request readable before Next takes it: to what it cannot decode it answers 500, not 404. */
export function readAnyAddress(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { request } = message
    if (request instanceof IncomingMessage && request.url?.includes('%'))
      request.url = readableAddress(request.url)
  })
}
