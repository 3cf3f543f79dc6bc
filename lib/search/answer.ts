import type { Prisma } from '../../generated/prisma/client.ts'
import { engineOf, type Hit, type IndexQuery } from './engine.ts'
import { idList } from './filters.ts'
import type { Clause, Query } from './query.ts'
import { bestUnits, inAll, inMost, type RankedArticle, withFreshness } from './rank.ts'
import { correctQuery, resolveQuery } from './resolve-query.ts'

/** Which articles answer a query, best first. */

/** Units that a query ranks: past that, only their best are counted. */
const MAX_UNITS = 500

type Found = { ranked: RankedArticle[]; query: IndexQuery; isCapped: boolean }
export type Answer = Found & { correction: string | null; isLoose: boolean }

async function findUnits(
  database: Prisma.TransactionClient,
  query: IndexQuery,
  within: Prisma.Sql | null,
): Promise<Found> {
  const hits = await engineOf(database).find(database, query, within, MAX_UNITS)
  return { ranked: bestUnits(hits), query, isCapped: hits.length >= MAX_UNITS }
}

/** What was found, and where that was nothing, what each word is in. */
type Tried = Found & { lists: Hit[][] }

/** Units that hold every word; else articles that do. */
async function findAll(
  database: Prisma.TransactionClient,
  query: IndexQuery,
  within: Prisma.Sql | null,
): Promise<Tried> {
  const found = await findUnits(database, query, within)
  if (found.ranked.length > 0 || query.all.length < 2) return { ...found, lists: [] }
  const lists: Hit[][] = []
  for (const clause of query.all)
    lists.push(await engineOf(database).find(database, { ...query, all: [clause] }, within, MAX_UNITS))
  return { ...found, ranked: inAll(lists), lists }
}

const quoted = ({ words, isPhrase }: Clause): string =>
  isPhrase ? `« ${words.join(' ')} »` : words.join(' ')
const textOf = ({ wanted, unwanted }: Query): string =>
  [...wanted.map(quoted), ...unwanted.map((clause) => `-${quoted(clause)}`)].join(' ')

const nothing: Answer = {
  ranked: [],
  query: { all: [], none: [] },
  isCapped: false,
  correction: null,
  isLoose: false,
}

/** As it was typed; then without its typos; then most of its words. */
export async function answer(
  database: Prisma.TransactionClient,
  query: Query,
  within: Prisma.Sql | null,
  isPartial: boolean,
): Promise<Answer> {
  if (query.wanted.length === 0) return nothing
  const asTyped = await resolveQuery(database, query, isPartial)
  const found = await findAll(database, asTyped, within)
  if (found.ranked.length > 0) return { ...found, correction: null, isLoose: false }
  // Where each word is in something, none is mistyped.
  const areKnown = found.lists.length > 0 && found.lists.every((hits) => hits.length > 0)
  const corrected = areKnown ? null : await correctQuery(database, query)
  const correction = corrected && textOf(corrected)
  const meant = corrected ? await resolveQuery(database, corrected) : asTyped
  const mended = corrected ? await findAll(database, meant, within) : found
  if (mended.ranked.length > 0 || meant.all.length < 2) return { ...mended, correction, isLoose: false }
  return { ...mended, ranked: inMost(mended.lists), correction, isLoose: true }
}

/** An answer that readers may see; its score with the freshness of its article. */
export type VisibleAnswer = { id: number; article: RankedArticle; publishedAt: Date; score: number }

type Row = { id: number | bigint; status: string; publishedAt: Date | null }

/** Those that readers may see, the newer a little further up. */
export async function visibleOf(
  database: Prisma.TransactionClient,
  ranked: readonly RankedArticle[],
  now: Date,
): Promise<VisibleAnswer[]> {
  if (ranked.length === 0) return []
  const ids = idList(ranked.map(({ articleId }) => articleId))
  // With the dates in the condition, SQLite would walk every published article by date.
  const rows = await database.$queryRaw<Row[]>`
    SELECT id, CAST(status AS TEXT) AS status, "publishedAt" FROM "Article" WHERE id IN (${ids})`
  const shown = rows.filter(
    ({ status, publishedAt }) => status === 'published' && publishedAt && publishedAt <= now,
  )
  const dates = new Map(shown.map(({ id, publishedAt }) => [Number(id), publishedAt]))
  return ranked
    .flatMap((article) => {
      const { articleId: id, score } = article
      const publishedAt = dates.get(id)
      return publishedAt ? [{ id, article, publishedAt, score: withFreshness(score, publishedAt, now) }] : []
    })
    .sort((a, b) => b.score - a.score || b.id - a.id)
}
