import { cacheTag } from 'next/cache'
import { type Database, database } from '../db.ts'
import { seriesTag } from '../freshness/tags.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { ofSeries } from './queries.ts'
import { cardSelect, toCard, toTermLink } from './reshape.ts'
import type { Series, SeriesPlace } from './types.ts'

/** Series as pages get them: the parts in the order that the editor gave, else in that of their dates. */

type SeriesTerm = { id: number; type: 'series'; slug: string; name: string; description: string }

async function readSeries(db: Database, term: SeriesTerm): Promise<Series | null> {
  const query = ofSeries(term.id, new Date())
  const rows = await db.articleTerm.findMany({ ...query, select: { article: { select: cardSelect } } })
  if (rows.length === 0) return null
  const articles = rows.map(({ article }) => toCard(article))
  return { term: { ...toTermLink(term), description: term.description }, articles }
}

/** The series with this slug, whole; null without a published part. */
export async function getSeries(slug: string): Promise<Series | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(seriesTag(slug))
  const db = await database()
  const term = await db.term.findUnique({ where: { type_slug: { type: 'series', slug } } })
  const series = term && (await readSeries(db, { ...term, type: 'series' }))
  return series
}

/** The series last added to, at most `count`, for the front page. */
export async function latestSeries(db: Database, count: number): Promise<Series[]> {
  const now = new Date()
  const terms = await db.term.findMany({
    where: { type: 'series', articles: { some: { publishedAt: { lte: now } } } },
    select: {
      id: true,
      slug: true,
      name: true,
      description: true,
      articles: {
        where: { publishedAt: { lte: now } },
        orderBy: { publishedAt: 'desc' },
        take: 1,
        select: { publishedAt: true },
      },
    },
  })
  const newest = terms
    .toSorted((a, b) => Number(b.articles[0]?.publishedAt) - Number(a.articles[0]?.publishedAt))
    .slice(0, count)
  const found = await Promise.all(newest.map((term) => readSeries(db, { ...term, type: 'series' })))
  return found.filter((series) => series !== null)
}

/** The place of an article in each of its series. */
export async function seriesOf(db: Database, articleId: number): Promise<SeriesPlace[]> {
  const rows = await db.articleTerm.findMany({
    where: { articleId, inherited: false, term: { type: 'series' } },
    orderBy: { termId: 'asc' },
    select: { term: true },
  })
  const places = await Promise.all(
    rows.map(async ({ term }) => {
      cacheTag(seriesTag(term.slug))
      const parts = await db.articleTerm.findMany({
        ...ofSeries(term.id, new Date()),
        select: { articleId: true, article: { select: { path: true, title: true } } },
      })
      const index = parts.findIndex((part) => part.articleId === articleId)
      const at = (place: number) => parts[place]?.article ?? null
      return {
        series: toTermLink(term),
        rank: index + 1,
        count: parts.length,
        previous: index > 0 ? at(index - 1) : null,
        next: at(index + 1),
      }
    }),
  )
  return places.filter(({ rank, count }) => rank > 0 && count > 1)
}
