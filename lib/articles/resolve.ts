import type { Database } from '../db.ts'
import { type OldAddress, readOldAddress } from '../old-addresses.ts'
import {
  archivesPath,
  feedOf,
  listingPath,
  partsOf,
  peoplePath,
  readListing,
  searchPath,
  tagsPath,
} from '../routes.ts'
import { site } from '../site.ts'
import { countOfPerson } from './person-pieces.ts'
import { countOfTerm, countPublished, visible } from './queries.ts'

/**
 * Where an old address leads, now: a path of this site that answers 200, in one hop, or null. Nothing leads to what
 * readers may not see.
 */

/** How many articles the list at a path holds; null when the path is no list's. */
async function countListed(database: Database, path: string, now: Date): Promise<number | null> {
  const address = path === '/' ? { listing: 'all' as const } : readListing(path)
  if (address) return database.article.count(countPublished(address.listing, now))
  const [type, ...slugs] = partsOf(path)
  const slug = slugs.at(-1)
  if (slug === undefined) return null
  if (type === 'personne') return countOfPerson(database, slug, now)
  const kind = type === 'dossier' ? 'series' : type
  if (kind !== 'tag' && kind !== 'category' && kind !== 'series') return null
  const where = { type_slug: { type: kind, slug } } as const
  const term = await database.term.findUnique({ where, select: { id: true } })
  return term ? database.articleTerm.count(countOfTerm(term.id, now)) : 0
}

/** Pages of the site that list no articles: what follows them is the feed of all. */
const WAYS: readonly string[] = [archivesPath, searchPath, peoplePath, tagsPath]

/** True for what a redirect without an article leads to, while it shows something. */
async function answers(database: Database, path: string, now: Date): Promise<boolean> {
  const listed = await countListed(database, path, now)
  return listed === null ? path.startsWith('/media/') || WAYS.includes(path) : listed > 0
}

async function resolveKey(database: Database, key: string, now: Date): Promise<string | null> {
  const article = key.startsWith('/')
    ? await database.article.findFirst({ where: { path: key, ...visible(now) }, select: { path: true } })
    : null
  if (article) return article.path
  if (key.startsWith('/dossier/')) return (await answers(database, key, now)) ? key : null
  const row = await database.redirect.findUnique({
    where: { from: key },
    select: { to: true, article: { select: { status: true, publishedAt: true } } },
  })
  if (!row) return null
  if (!row.article) return (await answers(database, row.to, now)) ? row.to : null
  const { status, publishedAt } = row.article
  return status === 'published' && publishedAt !== null && publishedAt <= now ? row.to : null
}

/** The lists that the keys lead to while these show something: what is read of an old address changes with them. */
export async function listsBehind(database: Database, keys: readonly string[]): Promise<string[]> {
  const where = { from: { in: [...keys] }, articleId: null }
  return (await database.redirect.findMany({ where, select: { to: true } })).map(({ to }) => to)
}

/** Where the first of the keys that leads somewhere leads. */
export async function resolveKeys(
  database: Database,
  keys: readonly string[],
  now: Date,
): Promise<string | null> {
  for (const key of keys) {
    const target = await resolveKey(database, key, now)
    if (target !== null) return target
  }
  return null
}

/** The page of a list; one past the end is the last one. */
async function atPage(database: Database, target: string, page: number, now: Date): Promise<string> {
  const [place = target] = target.split('#')
  const listed = page > 1 ? await countListed(database, place, now) : null
  if (listed === null) return target
  const last = Math.min(page, Math.max(1, Math.ceil(listed / site.pageSize)))
  return last > 1 ? `${place}page/${last}/` : place
}

/**
 * Any address of the old site, `path` decoded with its slashes. The target is a path of this site, with what the query
 * holds beside what was read.
 */
export async function resolveAddress(
  database: Database,
  path: string,
  query: URLSearchParams,
  now: Date,
): Promise<{ to: string; rest: string } | null> {
  const address = readOldAddress(path, query)
  if (address.feed && address.keys[0] === '/comments/') return toFeed('/comments/', address)
  for (const key of address.keys) {
    const target = (await resolveKey(database, key, now)) ?? (await ownList(database, key, now))
    if (target === null) continue
    if (address.feed && !target.startsWith('/media/')) return toFeed(target, address)
    return { to: await atPage(database, target, address.page, now), rest: address.rest }
  }
  return null
}

/** The feed that follows a page, at the page of it that was asked for. */
function toFeed(target: string, { feed, page, rest }: OldAddress): { to: string; rest: string } {
  const [place = target] = target.split('#')
  const to = feedOf(WAYS.includes(place) ? '/' : place, feed ?? 'rss')
  return { to, rest: page > 1 ? `?paged=${page}${rest.replace('?', '&')}` : rest }
}

/** The key when it is itself a list or a page of the site that shows something. */
async function ownList(database: Database, key: string, now: Date): Promise<string | null> {
  const address = readListing(key)
  const path = address ? listingPath({ ...address, page: 1 }) : key
  return key.startsWith('/') && (await answers(database, path, now)) ? path : null
}
