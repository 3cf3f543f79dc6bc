import { cacheTag } from 'next/cache'
import { database } from '../db.ts'
import {
  articleTag,
  categoryTag,
  dateTag,
  homeTag,
  pathTag,
  sectionsTag,
  tagsOfPath,
  tagTag,
} from '../freshness/tags.ts'
import { readOldPath } from '../old-addresses.ts'
import { type Listing, listingPath, partsOf, readListing } from '../routes.ts'
import { site } from '../site.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { readMenu } from './menu.ts'
import {
  countOfTerm,
  countPublished,
  featured,
  interviews,
  latest,
  ofTerm,
  publicationDates,
  published,
  sections,
} from './queries.ts'
import { readArticle } from './read-article.ts'
import { countMonths, toCard, toListingTerm, toTermLink } from './reshape.ts'
import { listsBehind, resolveKeys } from './resolve.ts'
import { latestSeries } from './series.ts'
import type {
  Archive,
  ArticleCard,
  ArticlePage,
  Home,
  MonthOfArticles,
  SiteLinks,
  TagCount,
  TermLink,
} from './types.ts'

/**
 * All that pages read. Each answer carries the cache tags of what it shows; a read that fails throws, so that the
 * last good page stays; null means "does not exist" and nothing else.
 */

/** The article or page whose permalink is `path`, with its slashes. */
export async function getArticle(path: string): Promise<ArticlePage | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(pathTag(path))
  const article = await readArticle(await database(), path, new Date())
  if (article) cacheTag(articleTag(article.id))
  return article
}

/** Where a path that has no page leads: an old address, or one in another dress (`/slug/amp/`); null when nowhere. */
export async function getRedirect(path: string): Promise<string | null> {
  'use cache'
  await keepUntilNextDue(await database())
  const { keys } = readOldPath(path)
  cacheTag(...keys.flatMap((key) => (key === path ? pathTag(key) : tagsOfPath(key))))
  const db = await database()
  for (const list of await listsBehind(db, keys)) cacheTag(...tagsOfPath(list))
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
  listing === 'all' ? homeTag : dateTag(partsOf(listingPath({ listing, page: 1 })).join('-'))

/** The list at `/page/3/`, `/2019/`, `/2019/03/` or `/2019/03/02/`; null for another path, or when it is empty. */
export async function getListing(path: string): Promise<Archive | null> {
  'use cache'
  await keepUntilNextDue(await database())
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
  await keepUntilNextDue(await database())
  cacheTag(homeTag)
  const db = await database()
  const rows = await db.article.findMany(publicationDates(new Date()))
  return countMonths(rows.map((row) => row.publishedAt).filter((date) => date !== null))
}

/** A page of the tag's archive, newest first, the last when there is no such page; null without a published article. */
export async function getTagArchive(slug: string, page: number): Promise<Archive | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(tagTag(slug))
  return readArchive('tag', slug, page)
}

/** A page of the category's archive, with the articles of the categories below it. */
export async function getCategoryArchive(slug: string, page: number): Promise<Archive | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(categoryTag(slug))
  return readArchive('category', slug, page)
}

/** What the header and the foot of every page lead to. */
export async function getSiteLinks(): Promise<SiteLinks> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(sectionsTag)
  return readMenu(await database(), new Date())
}

/** Articles read for a section of the front page: a line, and a line in reserve for those that another section shows. */
const IN_SECTION = 8

/** Each section with its newest articles that the page does not show above. */
async function readSections(above: ReadonlySet<number>): Promise<Home['sections']> {
  const db = await database()
  const terms = await db.term.findMany(sections(new Date()))
  return Promise.all(
    terms.map(async (term) => {
      const newest = await readList(term.id, 0, above.size + IN_SECTION)
      const articles = newest.filter(({ id }) => !above.has(id)).slice(0, IN_SECTION)
      return { section: toTermLink(term), articles }
    }),
  )
}

/** The tags of most published articles: drafts do not count, a reader would see them move the order. */
async function readTopTags(take: number): Promise<TermLink[]> {
  const db = await database()
  const counts = await db.articleTerm.groupBy({
    by: ['termId'],
    where: { publishedAt: { lte: new Date() }, term: { type: 'tag' } },
    orderBy: [{ _count: { termId: 'desc' } }, { termId: 'asc' }],
    take,
  })
  const terms = await db.term.findMany({ where: { id: { in: counts.map(({ termId }) => termId) } } })
  const byId = new Map(terms.map((term) => [term.id, toTermLink(term)]))
  return counts.flatMap(({ termId }) => byId.get(termId) ?? [])
}

/** Articles of the front page: those under the lead, and the interviews below. */
const LATEST = 5
const INTERVIEWS = 3

const distinct = <T extends { id: number }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/** The front page. */
export async function getHome(): Promise<Home> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(homeTag)
  const db = await database()
  const now = new Date()
  const chosen = await db.article.findMany(featured(now))
  const newest = await db.article.findMany(latest(now, LATEST + 1))
  const [lead = null, ...others] = distinct([...chosen, ...newest])
  const opening = new Set([lead, ...others].slice(0, LATEST + 1).flatMap((row) => row?.id ?? []))
  const asked = await db.article.findMany(interviews(now, INTERVIEWS + LATEST + 1))
  const band = asked.filter(({ id }) => !opening.has(id)).slice(0, INTERVIEWS)
  return {
    lead: lead && toCard(lead),
    latest: others.slice(0, LATEST).map(toCard),
    interviews: band.map(toCard),
    sections: await readSections(new Set([...opening, ...band.map(({ id }) => id)])),
    series: await latestSeries(db, 2),
    tags: await readTopTags(16),
  }
}

/** Every tag that articles have, for the index. */
export async function getTags(): Promise<TagCount[]> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(homeTag)
  const db = await database()
  const counts = await db.articleTerm.groupBy({
    by: ['termId'],
    where: { publishedAt: { lte: new Date() }, term: { type: 'tag' } },
    _count: true,
  })
  const sizes = new Map(counts.map(({ termId, _count }) => [termId, _count]))
  const terms = await db.term.findMany({ where: { type: 'tag' }, orderBy: { id: 'asc' } })
  return terms.flatMap((term) => {
    const count = sizes.get(term.id)
    return count === undefined ? [] : [{ ...toTermLink(term), count }]
  })
}

/** Permalinks of the newest articles, for prerendering; empty when the magazine is. */
export async function getRecentPaths(limit: number): Promise<string[]> {
  const db = await database()
  return (await db.article.findMany(latest(new Date(), limit))).map((row) => row.path)
}
