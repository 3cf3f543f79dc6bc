import type { Database } from '../db.ts'
import { addressOf } from '../freshness/addresses.ts'
import { homeTag, sitemapTag } from '../freshness/tags.ts'
import { previewPath } from '../metadata/preview-path.ts'
import { archivesPath, FEED_FORMATS, feedOf, partsOf, peoplePath, readListing, tagsPath } from '../routes.ts'
import { site } from '../site.ts'
import { countOfPerson } from './person-pieces.ts'
import { countOfTerm, countPublished, newestFirst, ofPerson, ofTerm } from './queries.ts'
import { readPreview } from './read-preview.ts'
import { readSitemapParts } from './read-sitemaps.ts'

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

/** Articles read back of each tag, series or person. */
const BESIDE = 6

/** The previews of the articles whose card changes. */
async function* previewsOf(client: Database, tags: readonly string[], now: Date): AsyncGenerator<string> {
  for (const tag of tags) {
    const [, id] = /^card:(\d+)$/.exec(tag) ?? []
    const article = id === undefined ? null : await readPreview(client, Number(id), now)
    if (article) yield previewPath(article)
  }
}

/** The sitemaps of lists and of the years that are named. */
async function* sitemapsOf(client: Database, tags: readonly string[], now: Date): AsyncGenerator<string> {
  const years = tags.flatMap((tag) => /^sitemap:(\d{4})$/.exec(tag)?.[1] ?? [])
  const names = [...(tags.includes(sitemapTag) ? ['listes'] : []), ...years]
  if (names.length === 0) return
  if (tags.includes(sitemapTag)) yield '/news-sitemap.xml'
  for (const part of await readSitemapParts(client, now))
    if (names.includes(part.split('-')[0] ?? '')) yield `/sitemaps/${part}.xml`
}

/** The newest articles of each tag, series and person: what changed may be related to them, or stand next to them. */
async function* besideOf(client: Database, lists: readonly string[], now: Date): AsyncGenerator<string> {
  for (const path of lists) {
    const [room, slug = ''] = partsOf(path)
    if (room === 'tag' || room === 'dossier') {
      const where = { type_slug: { type: room === 'tag' ? 'tag' : 'series', slug } } as const
      const term = await client.term.findUnique({ where, select: { id: true } })
      const select = { article: { select: { path: true } } }
      const rows = term
        ? await client.articleTerm.findMany({ ...ofTerm(term.id, now, 0, BESIDE), select })
        : []
      yield* rows.map(({ article }) => article.path)
    }
    if (room !== 'personne') continue
    const person = await client.person.findUnique({ where: { slug }, select: { id: true } })
    if (!person) continue
    const query = { where: ofPerson(person.id, now), orderBy: newestFirst, take: BESIDE }
    yield* (await client.article.findMany({ ...query, select: { path: true } })).map((row) => row.path)
  }
}

async function* allOf(client: Database, tags: readonly string[], now: Date): AsyncGenerator<string> {
  const known = tags.map(addressOf).filter((address) => address !== null)
  const pages = known.filter(({ isOld }) => !isOld)
  yield* known.map(({ path }) => path)
  if (tags.includes(homeTag)) yield* [archivesPath, tagsPath, peoplePath]
  yield* pages.flatMap(({ path, hasFeed }) =>
    hasFeed ? FEED_FORMATS.map((format) => feedOf(path, format)) : [],
  )
  yield* previewsOf(client, tags, now)
  yield* sitemapsOf(client, tags, now)
  let lists = pages
    .filter(({ isList }) => isList)
    .map(({ path }) => ({ path, last: Number.POSITIVE_INFINITY }))
  yield* besideOf(
    client,
    lists.map(({ path }) => path),
    now,
  )
  for (let page = 2; lists.length > 0; page += 1) {
    if (page === 2)
      for (const list of lists) list.last = Math.ceil((await countAt(client, list.path, now)) / site.pageSize)
    lists = lists.filter(({ last }) => last >= page)
    for (const { path } of lists) yield `${path}page/${page}/`
  }
}

/**
 * Every address that shows what carries one of the cache tags, each once: first the pages, their feeds, previews and
 * sitemaps, the newest articles beside what changed, then the second page of each list, then the third … Made as they
 * are asked for: whoever takes twenty has the cost of twenty.
 */
export async function* addressesOf(
  client: Database,
  tags: readonly string[],
  now = new Date(),
): AsyncGenerator<string> {
  const given = new Set<string>()
  for await (const path of allOf(client, tags, now)) {
    if (given.has(path)) continue
    given.add(path)
    yield path
  }
}
