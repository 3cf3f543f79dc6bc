import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/env.ts'
import { clientAddress } from './lib/net/client-address.ts'
import { searchPath } from './lib/routes.ts'
import { readSearchAddress, SEARCH_HEADER, segmentOf } from './lib/search/address.ts'
import { mayAsk } from './lib/search/rate-limit.ts'

export const config = { matcher: ['/recherche/:path*', '/api/suggest/:path*'] }

/**
 * Stands before search, and nothing else: counts how often an address asks, and hands the query on as the part of the
 * path that the page is made from (lib/search/address.ts), which the rewrite of next.config.js puts there. A rewrite
 * from here would leave the server and come back when it listens on 127.0.0.1, which Next takes for another host.
 */
export function proxy(request: NextRequest): Response {
  const { pathname, searchParams } = request.nextUrl
  if (!mayAsk(clientAddress(request.headers, env.TRUST_PROXY), Date.now()))
    return new Response('Trop de recherches en peu de temps : réessayez dans quelques secondes.', {
      status: 429,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Retry-After': '5',
        'Cache-Control': 'no-store',
      },
    })
  // The parts of the path are the server's own: nobody links to them.
  if (pathname.startsWith(searchPath) && pathname !== searchPath)
    return NextResponse.redirect(new URL(searchPath, request.nextUrl), 308)
  const headers = new Headers(request.headers)
  const segment = segmentOf(readSearchAddress(searchParams))
  if (segment === null) headers.delete(SEARCH_HEADER)
  else headers.set(SEARCH_HEADER, segment)
  return NextResponse.next({ request: { headers } })
}
