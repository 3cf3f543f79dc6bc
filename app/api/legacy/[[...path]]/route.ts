import { resolveAddress } from '../../../../lib/articles/resolve.ts'
import { findWithdrawn } from '../../../../lib/articles/withdrawn.ts'
import { database } from '../../../../lib/db.ts'
import { readOldAddress } from '../../../../lib/old-addresses.ts'
import { encodePath, partsOf, pathOf } from '../../../../lib/routes.ts'
import { plainPage } from '../../plain-page.ts'

const GONE = {
  status: 410,
  title: 'Cet article a été retiré',
  words: 'La rédaction ne le publie plus, et il ne reviendra pas à cette adresse.',
} as const
const NOT_FOUND = {
  status: 404,
  title: 'Cette page n’existe pas',
  words: 'L’adresse a peut-être changé, ou l’article n’est plus en ligne.',
} as const

/**
 * Answers the old addresses that no page can: WordPress's queries (`/?p=6627`, `/tag/x/?feed=rss2`), the uploads
 * folder, `index.php`, and paths without their last slash, so that an old one still needs one hop. It reads the database itself: its answers are
 * many and small.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path?: string[] }> },
): Promise<Response> {
  const { path: parts = [] } = await params
  const path = pathOf(parts.flatMap(partsOf))
  const query = new URL(request.url).searchParams
  const client = await database()
  const found = await resolveAddress(client, path, query, new Date())
  if (found) return redirectTo(found.to === path ? 308 : 301, withQuery(encodePath(found.to), found.rest))
  const { keys, feed } = readOldAddress(path, query)
  // Without its slash, a path may be that of any page: the one with the slash says what it is.
  if (feed === null && isBarePage(path))
    return redirectTo(308, withQuery(encodePath(path), query.size > 0 ? `?${query}` : ''))
  const isGone = (await findWithdrawn(client, keys)) !== null
  return plainPage(isGone ? GONE : NOT_FOUND)
}

const isBarePage = (path: string): boolean =>
  path !== '/' && !path.startsWith('/index.php/') && !/\.[a-z0-9]{1,5}\/$/i.test(path)

/** The query goes before the fragment. */
function withQuery(address: string, rest: string): string {
  const [place, fragment] = address.split('#')
  return `${place}${rest}${fragment === undefined ? '' : `#${fragment}`}`
}

function redirectTo(status: 301 | 308, location: string): Response {
  return new Response(null, { status, headers: { Location: location } })
}
