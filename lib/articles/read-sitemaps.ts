import type { Prisma } from '../../generated/prisma/client.ts'
import { zonedClock } from '../dates.ts'
import type { Database } from '../db.ts'
import { check } from '../document/check.ts'
import { archivesPath, encodePath, type Listing, peoplePath, personPath, tagsPath } from '../routes.ts'
import { isInterview, isWorthFinding, shownArticle } from './person-pieces.ts'
import { mediaIds } from './pictures.ts'
import { countPublished, published, shownMention, visible } from './queries.ts'
import { mediaPath, toTermLink } from './reshape.ts'

/** Addresses in one sitemap; the protocol allows 50,000 and 50 MB, which an archive with pictures would pass. */
export const PART_SIZE = 10_000
/** Articles read at once, with their documents. */
const BATCH = 200
const NEWS_HOURS = 48

/** An address of the site, as a header takes it. Dates are those an editor declared. */
export type SitemapEntry = { path: string; changedAt: string | null; images: string[] }
export type NewsEntry = { path: string; title: string; publishedAt: string }

const entrySelect = {
  path: true,
  title: true,
  publishedAt: true,
  updatedAt: true,
  canonical: true,
  cover: { select: { file: true } },
} satisfies Prisma.ArticleSelect

/** What search engines may keep under its own address. */
const indexed = (database: Database) =>
  ({
    noindex: false,
    OR: [{ canonical: null }, { canonical: { equals: database.article.fields.path } }],
  }) satisfies Prisma.ArticleWhereInput

const yearOf = (instant: Date): number => Number(zonedClock(instant).slice(0, 4))
const wholeYear = (year: number): Listing => ({ year, month: null, day: null })

/** The years that hold articles, oldest first, with how many. */
async function countYears(database: Database, now: Date): Promise<{ year: number; count: number }[]> {
  const where = { ...visible(now), type: 'article' } as const
  const bounds = await database.article.aggregate({
    where,
    _min: { publishedAt: true },
    _max: { publishedAt: true },
  })
  const { _min: oldest, _max: newest } = bounds
  if (!oldest.publishedAt || !newest.publishedAt) return []
  const [from, to] = [yearOf(oldest.publishedAt), yearOf(newest.publishedAt)]
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const counts: { year: number; count: number }[] = []
  for (const year of years) {
    const { where } = countPublished(wholeYear(year), now)
    counts.push({ year, count: await database.article.count({ where: { ...where, ...indexed(database) } }) })
  }
  return counts.filter(({ count }) => count > 0)
}

const partsOf = (name: string | number, count: number): string[] =>
  Array.from({ length: Math.ceil(count / PART_SIZE) }, (_, index) => `${name}-${index + 1}`)

/** The names of all parts: `listes-1`, then `2019-1`, `2019-2` … */
export async function readSitemapParts(database: Database, now: Date): Promise<string[]> {
  const lists = await readListEntries(database, now)
  const years = await countYears(database, now)
  return [...partsOf('listes', lists.length), ...years.flatMap(({ year, count }) => partsOf(year, count))]
}

/** The slugs of people whose page search engines may list: `isWorthFinding`, asked of all at once. */
async function peopleToFind(database: Database, now: Date): Promise<string[]> {
  const article = shownArticle(now)
  const rows = await database.person.findMany({
    where: { OR: [{ credits: { some: { article } } }, { mentions: { some: { article, ...shownMention } } }] },
    orderBy: { id: 'asc' },
    select: {
      slug: true,
      bio: true,
      credits: { where: { article }, take: 1, select: { role: true } },
      mentions: {
        where: { article, ...shownMention },
        select: { articleId: true, origin: true, article: { select: { kind: true } } },
      },
    },
  })
  const isFound = ({ bio, credits, mentions }: (typeof rows)[number]) =>
    isWorthFinding({
      bio,
      roles: [...credits, ...mentions.filter(isInterview)],
      total: new Set(mentions.map(({ articleId }) => articleId)).size,
    })
  return rows.filter(isFound).map(({ slug }) => slug)
}

/** Home, indexes, pages, and every list and person that shows something. */
async function readListEntries(database: Database, now: Date): Promise<SitemapEntry[]> {
  const shown = { some: { publishedAt: { lte: now } } }
  const terms = await database.term.findMany({
    where: { articles: shown },
    orderBy: { id: 'asc' },
    select: { type: true, slug: true, name: true },
  })
  const people = await peopleToFind(database, now)
  const pages = await database.article.findMany({
    where: { ...visible(now), type: 'page', ...indexed(database) },
    orderBy: { id: 'asc' },
    select: entrySelect,
  })
  const indexes = [
    archivesPath,
    ...(terms.some(({ type }) => type === 'tag') ? [tagsPath] : []),
    ...(people.length > 0 ? [peoplePath] : []),
  ]
  const paths = ['/', ...indexes, ...terms.map((term) => toTermLink(term).path), ...people.map(personPath)]
  const lists = paths.map((path) => ({ path: encodePath(path), changedAt: null, images: [] }))
  return [...lists, ...pages.map((page) => toEntry(page, []))]
}

type EntryRow = Prisma.ArticleGetPayload<{ select: typeof entrySelect }>

function toEntry(row: EntryRow, files: readonly string[]): SitemapEntry {
  const images = [...new Set([...(row.cover ? [row.cover.file] : []), ...files])]
  return {
    path: encodePath(row.path),
    changedAt: (row.updatedAt ?? row.publishedAt)?.toISOString() ?? null,
    images: images.map(mediaPath),
  }
}

/** A batch of articles with the pictures that their texts show. */
async function readBatch(
  database: Database,
  year: number,
  now: Date,
  skip: number,
): Promise<{ isLast: boolean; entries: SitemapEntry[] }> {
  const query = published(wholeYear(year), now, skip, BATCH)
  const where = { ...query.where, ...indexed(database) }
  const rows = await database.article.findMany({
    ...query,
    where,
    select: { ...entrySelect, document: true },
  })
  const shown = rows.map((row) => ({ row, ids: mediaIds(check(row.document)) }))
  const files = await database.media.findMany({
    where: { id: { in: shown.flatMap(({ ids }) => ids) } },
    select: { id: true, file: true },
  })
  const fileOf = new Map(files.map(({ id, file }) => [id, file]))
  return {
    isLast: rows.length < BATCH,
    entries: shown.map(({ row, ids }) =>
      toEntry(
        row,
        ids.flatMap((id) => fileOf.get(id) ?? []),
      ),
    ),
  }
}

/** The addresses of one part, by its name; null when there is no such part. */
export async function readSitemap(
  database: Database,
  part: string,
  now: Date,
): Promise<SitemapEntry[] | null> {
  const [, name = '', number = ''] = /^(listes|\d{4})-([1-9]\d{0,3})$/.exec(part) ?? []
  const start = (Number(number) - 1) * PART_SIZE
  if (name === 'listes') {
    const entries = (await readListEntries(database, now)).slice(start, start + PART_SIZE)
    return entries.length > 0 ? entries : null
  }
  if (name === '') return null
  const entries: SitemapEntry[] = []
  for (let isLast = false; !isLast && entries.length < PART_SIZE; ) {
    const batch = await readBatch(database, Number(name), now, start + entries.length)
    entries.push(...batch.entries)
    isLast = batch.isLast
  }
  return entries.length > 0 ? entries : null
}

/** What was published in the last two days, which is what news search engines read. */
export async function readNews(database: Database, now: Date): Promise<NewsEntry[]> {
  const since = new Date(now.getTime() - NEWS_HOURS * 3_600_000)
  const rows = await database.article.findMany({
    where: {
      status: 'published',
      type: 'article',
      publishedAt: { lte: now, gte: since },
      ...indexed(database),
    },
    orderBy: { publishedAt: 'desc' },
    take: 1000,
    select: entrySelect,
  })
  return rows.map(({ path, title, publishedAt }) => ({
    path: encodePath(path),
    title,
    publishedAt: publishedAt?.toISOString() ?? '',
  }))
}
