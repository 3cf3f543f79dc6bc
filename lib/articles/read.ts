import { cacheLife, cacheTag } from 'next/cache'
import { database } from '../db.ts'
import { check } from '../document/check.ts'
import { articleTag, categoryTag, dateTag, homeTag, pathTag, sectionsTag, tagTag } from '../freshness/tags.ts'
import { readOldPath } from '../old-addresses.ts'
import { type Listing, readListing } from '../routes.ts'
import { site } from '../site.ts'
import { readPictures } from './pictures.ts'
import {
  atPath,
  countOfTerm,
  countPublished,
  latest,
  ofTerm,
  publicationDates,
  published,
  sections,
} from './queries.ts'
import { countMonths, toCard, toListingTerm, toTermLink } from './reshape.ts'
import { resolveKeys } from './resolve.ts'
import type { Archive, ArticleCard, ArticlePage, Home, MonthOfArticles, TermLink } from './types.ts'

/**
 * All that pages read. Each answer carries the cache tags of what it shows; a read that fails throws, so that the
 * last good page stays; null means "does not exist" and nothing else.
 */

/** The article or page whose permalink is `path`, with its slashes. */
export async function getArticle(path: string): Promise<ArticlePage | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(pathTag(path))
  const db = await database()
  const row = await db.article.findFirst(atPath(path, new Date()))
  if (!row) return null
  cacheTag(articleTag(row.id))
  const document = check(row.document)
  const terms = row.terms.map(({ term }) => term)
  const { seoTitle, seoDescription, canonical, noindex } = row
  return {
    ...toCard(row),
    type: row.type,
    heldOn: row.heldOn,
    heldAt: row.heldAt,
    seo: { seoTitle, seoDescription, canonical, noindex },
    updatedAt: row.updatedAt?.toISOString() ?? null,
    document,
    pictures: await readPictures(db, document),
    categories: terms.filter((term) => term.type === 'category').map(toTermLink),
    tags: terms.filter((term) => term.type === 'tag').map(toTermLink),
  }
}

/** Where a path that has no page leads: an old address, or one in another dress (`/slug/amp/`); null when nowhere. */
export async function getRedirect(path: string): Promise<string | null> {
  'use cache'
  cacheLife('hours')
  const { keys } = readOldPath(path)
  cacheTag(...keys.map(pathTag))
  const db = await database()
  return resolveKeys(db, keys, new Date())
}

/** One range of the index (term, publishedAt). */
async function readList(termId: number, skip: number, take: number): Promise<ArticleCard[]> {
  const db = await database()
  const rows = await db.articleTerm.findMany(ofTerm(termId, new Date(), skip, take))
  return rows.map(({ article }) => toCard(article))
}

async function readArchive(type: 'tag' | 'category', slug: string, page: number): Promise<Archive | null> {
  const db = await database()
  const term = await db.term.findUnique({ where: { type_slug: { type, slug } } })
  if (!term) return null
  const total = await db.articleTerm.count(countOfTerm(term.id, new Date()))
  const { skip, ...shown } = shownPage(page, total)
  if (total === 0) return null
  const articles = await readList(term.id, skip, site.pageSize)
  return { term: { ...toTermLink(term), description: term.description }, articles, total, ...shown }
}

/** The page asked for, or the last one when it is past the end. */
function shownPage(asked: number, total: number): { page: number; pageCount: number; skip: number } {
  const pageCount = Math.ceil(total / site.pageSize)
  const page = Math.min(asked, Math.max(1, pageCount))
  return { page, pageCount, skip: (page - 1) * site.pageSize }
}

const listingTag = (listing: Listing): string =>
  listing === 'all'
    ? homeTag
    : dateTag(
        listing.month === null
          ? String(listing.year)
          : `${listing.year}-${String(listing.month).padStart(2, '0')}`,
      )

/** The list at `/page/3/`, `/2019/`, `/2019/03/` or `/2019/03/02/`; null for another path, or when it is empty. */
export async function getListing(path: string): Promise<Archive | null> {
  'use cache'
  cacheLife('hours')
  const address = readListing(path)
  if (!address) return null
  const { listing, page } = address
  cacheTag(listingTag(listing))
  const db = await database()
  const now = new Date()
  const total = await db.article.count(countPublished(listing, now))
  const { skip, ...shown } = shownPage(page, total)
  if (total === 0) return null
  const rows = await db.article.findMany(published(listing, now, skip, site.pageSize))
  return { term: toListingTerm(listing), articles: rows.map(toCard), total, ...shown }
}

/** Every month that holds articles, newest first, with how many. */
export async function getMonths(): Promise<MonthOfArticles[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(homeTag)
  const db = await database()
  const rows = await db.article.findMany(publicationDates(new Date()))
  return countMonths(rows.map((row) => row.publishedAt).filter((date) => date !== null))
}

/** A page of the tag's archive, newest first, the last when there is no such page; null without a published article. */
export async function getTagArchive(slug: string, page: number): Promise<Archive | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(tagTag(slug))
  return readArchive('tag', slug, page)
}

/** A page of the category's archive, with the articles of the categories below it. */
export async function getCategoryArchive(slug: string, page: number): Promise<Archive | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(categoryTag(slug))
  return readArchive('category', slug, page)
}

/** The sections of the magazine, for its navigation: categories of the first level that hold something. */
export async function getSections(): Promise<TermLink[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(sectionsTag)
  const db = await database()
  return (await db.term.findMany(sections(new Date()))).map(toTermLink)
}

async function readSections(): Promise<Home['sections']> {
  const db = await database()
  const terms = await db.term.findMany(sections(new Date()))
  return Promise.all(
    terms.map(async (term) => ({ section: toTermLink(term), articles: await readList(term.id, 0, 4) })),
  )
}

/** The front page. */
export async function getHome(): Promise<Home> {
  'use cache'
  cacheLife('hours')
  cacheTag(homeTag)
  const db = await database()
  const rows = await db.article.findMany(latest(new Date(), 9))
  const [lead = null, ...others] = rows.map(toCard)
  const tags = await db.term.findMany({
    where: { type: 'tag', articles: { some: { publishedAt: { lte: new Date() } } } },
    orderBy: [{ articles: { _count: 'desc' } }, { name: 'asc' }],
    take: 16,
  })
  return { lead, latest: others, sections: await readSections(), tags: tags.map(toTermLink) }
}

/** Permalinks of the newest articles, for prerendering; empty when the magazine is. */
export async function getRecentPaths(limit: number): Promise<string[]> {
  const db = await database()
  return (await db.article.findMany(latest(new Date(), limit))).map((row) => row.path)
}
