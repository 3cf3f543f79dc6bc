import { getRedirect } from '../../../lib/articles/read.ts'
import { oldAddress } from '../../../lib/routes.ts'

/** Answers WordPress's query addresses (`/?p=6627`): 301 to the permalink, or 404. */
export async function GET(request: Request): Promise<Response> {
  const { key, rest } = oldAddress(new URL(request.url).searchParams)
  const target = key.startsWith('/') ? key : await getRedirect(key)
  if (!target)
    return new Response('Page introuvable', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  return new Response(null, { status: 301, headers: { Location: `${encodeURI(decodeURI(target))}${rest}` } })
}
