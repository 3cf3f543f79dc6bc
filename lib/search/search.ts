import type { Prisma } from '../../generated/prisma/client.ts'
import { site } from '../site.ts'
import { answer, visibleOf } from './answer.ts'
import { facetsOf, readFacetRows } from './facets.ts'
import { idsWithin } from './filters.ts'
import { readHits } from './hits.ts'
import { pagesNamed } from './pages.ts'
import { readQuery } from './query.ts'
import { noFilters, type SearchHit, type SearchRequest, type SearchResult } from './types.ts'

/** What readers may see that answers, best first. */
export async function search(
  database: Prisma.TransactionClient,
  { text, filters = noFilters, page: asked = 1 }: SearchRequest,
  now: Date,
): Promise<SearchResult> {
  const within = await idsWithin(database, filters)
  const found = await answer(database, readQuery(text), within, false)
  const ranked = await visibleOf(database, found.ranked, now)
  const pageCount = Math.ceil(ranked.length / site.pageSize)
  const page = Math.min(asked, Math.max(1, pageCount))
  const shown = ranked.slice((page - 1) * site.pageSize, page * site.pageSize)
  const [hits, rows] = await Promise.all([
    readHits(database, shown, found.query),
    readFacetRows(database, ranked),
  ])
  const isFirst = page === 1 && within === null
  return {
    pages: isFirst ? await pagesNamed(database, rows, found.correction ?? text, now) : [],
    hits,
    total: ranked.length,
    isCapped: found.isCapped,
    page,
    pageCount,
    correction: found.correction,
    isLoose: found.isLoose,
    facets: facetsOf(rows, ranked),
  }
}

/** The first `count` answers to a query whose last word is still being typed. */
export async function firstHits(
  database: Prisma.TransactionClient,
  text: string,
  count: number,
  now: Date,
): Promise<SearchHit[]> {
  const found = await answer(database, readQuery(text), null, true)
  const ranked = await visibleOf(database, found.ranked, now)
  return readHits(database, ranked.slice(0, count), found.query)
}
