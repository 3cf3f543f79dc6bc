import type { Prisma } from '../../generated/prisma/client.ts'
import { cardSelect, seoSelect } from './reshape.ts'

/** The lists that pages show, as arguments for Prisma; a test checks that each is one range of an index. */

const visible = (now: Date) => ({ status: 'published', publishedAt: { lte: now } }) as const
const newestFirst = { publishedAt: 'desc' } as const

export const latest = (now: Date, take: number) =>
  ({
    where: { ...visible(now), type: 'article' },
    orderBy: newestFirst,
    take,
    select: cardSelect,
  }) satisfies Prisma.ArticleFindManyArgs

export const atPath = (path: string, now: Date) =>
  ({
    where: { path, ...visible(now) },
    select: { ...cardSelect, ...seoSelect, updatedAt: true, document: true },
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
