import type { Prisma } from '../../generated/prisma/client.ts'
import { instantInZone } from '../dates.ts'
import { SHOWN_FROM } from '../people/mentions.ts'
import type { Listing } from '../routes.ts'
import { cardSelect, seoSelect } from './reshape.ts'

/** The lists that pages show, as arguments for Prisma; a test checks that each is one range of an index. */

/** A series is read whole: what has more parts is a section. */
const MOST_PARTS = 200

export const visible = (now: Date) => ({ status: 'published', publishedAt: { lte: now } }) as const
/** Articles of one instant keep one order, on every engine and node. */
export const newestFirst = [
  { publishedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ArticleOrderByWithRelationInput[]

/** The article or page that appears next. */
export const nextDue = (now: Date) =>
  ({
    where: { status: 'published', type: { in: ['article', 'page'] }, publishedAt: { gt: now } },
    orderBy: { publishedAt: 'asc' },
    select: { publishedAt: true },
  }) satisfies Prisma.ArticleFindFirstArgs

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

/** The article that an editor put last at the head of the front page. */
export const featured = (now: Date) =>
  ({
    where: { ...visible(now), type: 'article', featuredAt: { lte: now } },
    orderBy: { featuredAt: 'desc' },
    take: 1,
    select: cardSelect,
  }) satisfies Prisma.ArticleFindManyArgs

export const interviews = (now: Date, take: number) =>
  ({
    where: { ...visible(now), kind: 'interview' },
    orderBy: newestFirst,
    take,
    select: cardSelect,
  }) satisfies Prisma.ArticleFindManyArgs

export const latest = (now: Date, take: number) => published('all', now, 0, take)

/** When each article was published, for the index of the archives. */
export const publicationDates = (now: Date) =>
  ({
    where: publishedIn('all', now),
    orderBy: { publishedAt: 'desc' },
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
    orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
    skip,
    take,
    select: { article: { select: cardSelect } },
  }) satisfies Prisma.ArticleTermFindManyArgs

export const countOfTerm = (termId: number, now: Date) =>
  ({ where: { termId, publishedAt: { lte: now } } }) satisfies Prisma.ArticleTermCountArgs

/** The parts of a series: a few, whose order is not that of an index. */
export const ofSeries = (termId: number, now: Date) =>
  ({
    where: { termId, publishedAt: { lte: now } },
    orderBy: [{ position: { sort: 'asc', nulls: 'last' } }, { publishedAt: 'asc' }],
    take: MOST_PARTS,
  }) satisfies Prisma.ArticleTermFindManyArgs

/** Categories of the first level that hold something published. */
export const sections = (now: Date) =>
  ({
    where: { type: 'category', parentId: null, articles: { some: { publishedAt: { lte: now } } } },
    orderBy: { name: 'asc' },
    select: { id: true, type: true, slug: true, name: true },
  }) satisfies Prisma.TermFindManyArgs

/** A mention that readers see: an editor accepted it, or nobody has yet refused what is sure enough. */
export const shownMention = {
  OR: [{ status: 'accepted' }, { status: 'proposed', confidence: { gte: SHOWN_FROM } }],
} satisfies Prisma.MentionWhereInput

/** What a person signs or is named in, for readers. */
export const ofPerson = (personId: number, now: Date) =>
  ({
    ...visible(now),
    type: 'article',
    OR: [{ credits: { some: { personId } } }, { mentions: { some: { personId, ...shownMention } } }],
  }) satisfies Prisma.ArticleWhereInput
