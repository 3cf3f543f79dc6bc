import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

/** The header under which the server notes who asks. What a client sends in it is replaced. */
export const REMOTE_ADDRESS = 'x-remote-address'

/** Notes on every request, before Next reads it, the address of the connection: Next itself only passes on headers. */
export function noteRemoteAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { request } = message
    if (!(request instanceof IncomingMessage)) return
    request.headers[REMOTE_ADDRESS] = request.socket.remoteAddress ?? 'inconnue'
  })
}

/**
 * Who asks. `proxies` is how many stand in front of the server: each adds the address it was called from at the end of
 * `X-Forwarded-For`, and what stands before those may be anybody's invention.
 */
export function clientAddress(headers: Headers, proxies: number): string {
  const direct = headers.get(REMOTE_ADDRESS) ?? 'inconnue'
  if (proxies === 0) return direct
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return forwarded.at(-proxies) || direct
}
