import type { Database } from '../db.ts'
import { addressOf } from '../freshness/addresses.ts'
import { archivesPath, partsOf, peoplePath, readListing, tagsPath } from '../routes.ts'
import { site } from '../site.ts'
import { countOfPerson } from './person-pieces.ts'
import { countOfTerm, countPublished } from './queries.ts'

/** How many articles the list at a path holds; 0 for what is no list of pages. */
async function countAt(client: Database, path: string, now: Date): Promise<number> {
  const address = path === '/' ? { listing: 'all' as const } : readListing(path)
  if (address) return client.article.count(countPublished(address.listing, now))
  const [room, slug = ''] = partsOf(path)
  if (room === 'personne') return countOfPerson(client, slug, now)
  if (room !== 'tag' && room !== 'category') return 0
  const where = { type_slug: { type: room, slug } } as const
  const term = await client.term.findUnique({ where, select: { id: true } })
  return term ? client.articleTerm.count(countOfTerm(term.id, now)) : 0
}

/**
 * Every address that shows what carries one of the cache tags, each once: first the pages and their feeds, then the
 * second page of each list, then the third … Made as they are asked for: whoever takes twenty has the cost of twenty.
 */
export async function* addressesOf(
  client: Database,
  tags: readonly string[],
  now = new Date(),
): AsyncGenerator<string> {
  const known = tags.map(addressOf).filter((address) => address !== null)
  const pages = known.filter(({ isOld }) => !isOld)
  yield* new Set(known.map(({ path }) => path))
  if (tags.includes('home')) yield* [archivesPath, tagsPath, peoplePath]
  yield* new Set(pages.flatMap(({ path, hasFeed }) => (hasFeed ? [`${path}feed/`] : [])))
  let lists = pages
    .filter(({ isList }) => isList)
    .map(({ path }) => ({ path, last: Number.POSITIVE_INFINITY }))
  for (let page = 2; lists.length > 0; page += 1) {
    if (page === 2)
      for (const list of lists) list.last = Math.ceil((await countAt(client, list.path, now)) / site.pageSize)
    lists = lists.filter(({ last }) => last >= page)
    for (const { path } of lists) yield `${path}page/${page}/`
  }
}
