import { cacheLife, cacheTag } from 'next/cache'
import { z } from 'zod'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type Database, database } from '../db.ts'
import { check } from '../document/check.ts'
import { articleTag, pathTag, tagsOfPath } from '../freshness/tags.ts'
import { encodePath, partsOf, readListing } from '../routes.ts'
import { site } from '../site.ts'
import { readPictures } from './pictures.ts'
import { published, visible } from './queries.ts'
import { cardSelect, toCard, toListingTerm } from './reshape.ts'
import { resolveAddress } from './resolve.ts'
import type { Feed, FeedItem } from './types.ts'

const feedSelect = {
  ...cardSelect,
  document: true,
  source: { select: { item: true } },
} satisfies Prisma.ArticleSelect
type FeedRow = Prisma.ArticleGetPayload<{ select: typeof feedSelect }>

const sourceItem = z.object({ guid: z.string().min(1) })

async function toFeedItem(db: Database, row: FeedRow): Promise<FeedItem> {
  const card = toCard(row)
  const document = check(row.document)
  const guid = sourceItem.safeParse(row.source?.item)
  return {
    ...card,
    guid: guid.success ? guid.data.guid : null,
    terms: row.terms.map(({ term }) => term.name),
    document,
    pictures: await readPictures(db, document),
  }
}

/** The rows of the feed whose page stands at `path`, with the heading of that page; null when nothing stands there. */
async function readRows(
  db: Database,
  path: string,
  now: Date,
): Promise<{ title: string | null; rows: FeedRow[] } | null> {
  const listing = path === '/' ? { listing: 'all' as const } : readListing(path)
  if (listing) {
    const query = published(listing.listing, now, 0, site.pageSize)
    const rows = await db.article.findMany({ ...query, select: feedSelect })
    const isEmpty = path !== '/' && rows.length === 0
    return isEmpty ? null : { title: path === '/' ? null : toListingTerm(listing.listing).name, rows }
  }
  const [type, ...slugs] = partsOf(path)
  const slug = slugs.at(-1)
  if ((type === 'tag' || type === 'category') && slug !== undefined) {
    const term = await db.term.findUnique({ where: { type_slug: { type, slug } } })
    const rows = await db.articleTerm.findMany({
      where: { termId: term?.id ?? 0, publishedAt: { lte: now } },
      orderBy: { publishedAt: 'desc' },
      take: site.pageSize,
      select: { article: { select: feedSelect } },
    })
    return term && rows.length > 0 ? { title: term.name, rows: rows.map((row) => row.article) } : null
  }
  const article = await db.article.findFirst({ where: { path, ...visible(now) }, select: feedSelect })
  return article && { title: article.title, rows: [article] }
}

/**
 * The feed of the page at `path`: the newest articles of all, of a tag, a category, a year, a month, or an article alone.
 * Comments are not shown yet: their feed is there and empty. Null when there is no such page.
 */
export async function getFeed(path: string): Promise<Feed | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(...tagsOfPath(path))
  if (path === '/comments/') return { title: `Commentaires — ${site.name}`, path: '/', items: [] }
  const db = await database()
  const found = await readRows(db, path, new Date())
  if (!found) return null
  cacheTag(...found.rows.map((row) => articleTag(row.id)))
  const items = await Promise.all(found.rows.map((row) => toFeedItem(db, row)))
  return { title: found.title === null ? site.name : `${found.title} — ${site.name}`, path, items }
}

/** Where the feed of an old address stands now; null when nowhere. */
export async function getFeedRedirect(path: string): Promise<string | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(pathTag(path))
  const found = await resolveAddress(await database(), `${path}feed/`, new URLSearchParams(), new Date())
  return found && found.to !== `${path}feed/` ? encodePath(found.to) : null
}
