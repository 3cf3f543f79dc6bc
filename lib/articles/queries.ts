import type { Prisma } from '../../generated/prisma/client.ts'
import { instantInZone } from '../dates.ts'
import type { Listing } from '../routes.ts'
import { cardSelect, seoSelect } from './reshape.ts'

/** The lists that pages show, as arguments for Prisma; a test checks that each is one range of an index. */

export const visible = (now: Date) => ({ status: 'published', publishedAt: { lte: now } }) as const
const newestFirst = { publishedAt: 'desc' } as const

/** What is published in a year, a month or a day of the magazine's time zone, or at all. */
function publishedIn(listing: Listing, now: Date) {
  if (listing === 'all') return { ...visible(now), type: 'article' } as const
  const { year, month, day } = listing
  const start = instantInZone(year, month ?? 1, day ?? 1)
  const end =
    month === null
      ? instantInZone(year + 1, 1, 1)
      : day === null
        ? instantInZone(year, month + 1, 1)
        : instantInZone(year, month, day + 1)
  return { status: 'published', type: 'article', publishedAt: { lte: now, gte: start, lt: end } } as const
}

export const published = (listing: Listing, now: Date, skip: number, take: number) =>
  ({
    where: publishedIn(listing, now),
    orderBy: newestFirst,
    skip,
    take,
    select: cardSelect,
  }) satisfies Prisma.ArticleFindManyArgs

export const countPublished = (listing: Listing, now: Date) =>
  ({ where: publishedIn(listing, now) }) satisfies Prisma.ArticleCountArgs

export const latest = (now: Date, take: number) => published('all', now, 0, take)

/** When each article was published, for the index of the archives. */
export const publicationDates = (now: Date) =>
  ({
    where: publishedIn('all', now),
    orderBy: newestFirst,
    select: { publishedAt: true },
  }) satisfies Prisma.ArticleFindManyArgs

export const atPath = (path: string, now: Date) =>
  ({
    where: { path, ...visible(now) },
    select: {
      ...cardSelect,
      ...seoSelect,
      type: true,
      updatedAt: true,
      heldOn: true,
      heldAt: true,
      document: true,
    },
  }) satisfies Prisma.ArticleFindFirstArgs

export const ofTerm = (termId: number, now: Date, skip: number, take: number) =>
  ({
    where: { termId, publishedAt: { lte: now } },
    orderBy: newestFirst,
    skip,
    take,
    select: { article: { select: cardSelect } },
  }) satisfies Prisma.ArticleTermFindManyArgs

export const countOfTerm = (termId: number, now: Date) =>
  ({ where: { termId, publishedAt: { lte: now } } }) satisfies Prisma.ArticleTermCountArgs

/** Categories of the first level that hold something published. */
export const sections = (now: Date) =>
  ({
    where: { type: 'category', parentId: null, articles: { some: { publishedAt: { lte: now } } } },
    orderBy: { name: 'asc' },
    select: { id: true, type: true, slug: true, name: true },
  }) satisfies Prisma.TermFindManyArgs
