import { nearestArticles } from '../../../lib/articles/nearest.ts'
import { database } from '../../../lib/db.ts'
import { encodePath, partsOf, pathOf } from '../../../lib/routes.ts'

const LONGEST = 2_000

/** The likeliest articles for a mistyped address, `?path=/elise-varanbon/`: what the 404 page proposes. */
export async function GET(request: Request): Promise<Response> {
  const path = new URL(request.url).searchParams.get('path') ?? ''
  if (path.length > LONGEST) return Response.json([], { status: 400 })
  const found = await nearestArticles(await database(), pathOf(partsOf(path)), new Date())
  const links = found.map(({ path: to, title }) => ({ path: encodePath(to), title }))
  return Response.json(links, { headers: { 'Cache-Control': 'no-store' } })
}
