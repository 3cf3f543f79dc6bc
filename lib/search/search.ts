import type { Prisma } from '../../generated/prisma/client.ts'
import { visible } from '../articles/queries.ts'
import { readKind, toTermLink } from '../articles/reshape.ts'
import { check } from '../document/check.ts'
import { site } from '../site.ts'
import { engineOf, type IndexQuery } from './engine.ts'
import { excerptOf, highlight } from './excerpt.ts'
import { readFacets } from './facets.ts'
import { idsWithin } from './filters.ts'
import { type Clause, type Query, readQuery } from './query.ts'
import { bestUnits, inAll, landing, type RankedArticle, withFreshness } from './rank.ts'
import { correctQuery, resolveQuery } from './resolve-query.ts'
import { noFilters, type SearchHit, type SearchRequest, type SearchResult } from './types.ts'
import { type Unit, unitsOf } from './units.ts'
import { stemsIn } from './words.ts'

/** Units that a query ranks: past that, only their best are counted. */
const MAX_UNITS = 1000

type Found = { ranked: RankedArticle[]; query: IndexQuery; isCapped: boolean }

async function findUnits(
  database: Prisma.TransactionClient,
  query: IndexQuery,
  within: Prisma.Sql | null,
): Promise<Found> {
  const hits = await engineOf(database).find(database, query, within, MAX_UNITS)
  return { ranked: bestUnits(hits), query, isCapped: hits.length === MAX_UNITS }
}

/** Units that hold every word; else articles that do. */
async function findAll(
  database: Prisma.TransactionClient,
  query: IndexQuery,
  within: Prisma.Sql | null,
): Promise<Found> {
  const found = await findUnits(database, query, within)
  if (found.ranked.length > 0 || query.all.length < 2) return found
  const lists = []
  for (const clause of query.all)
    lists.push(await engineOf(database).find(database, { ...query, all: [clause] }, within, MAX_UNITS))
  return { ...found, ranked: inAll(lists) }
}

const quoted = ({ words, isPhrase }: Clause): string =>
  isPhrase ? `« ${words.join(' ')} »` : words.join(' ')
const textOf = ({ wanted, unwanted }: Query): string =>
  [...wanted.map(quoted), ...unwanted.map((clause) => `-${quoted(clause)}`)].join(' ')

type Answer = Found & { correction: string | null; isLoose: boolean }

/** As it was typed; then without its typos; then any of its words. */
async function answer(
  database: Prisma.TransactionClient,
  query: Query,
  within: Prisma.Sql | null,
  isPartial: boolean,
): Promise<Answer> {
  const asTyped = await resolveQuery(database, query, isPartial)
  const found = await findAll(database, asTyped, within)
  if (found.ranked.length > 0) return { ...found, correction: null, isLoose: false }
  const corrected = await correctQuery(database, query)
  const correction = corrected && textOf(corrected)
  const meant = corrected ? await resolveQuery(database, corrected) : asTyped
  const mended = corrected ? await findAll(database, meant, within) : found
  if (mended.ranked.length > 0 || meant.all.length < 2) return { ...mended, correction, isLoose: false }
  return { ...(await findUnits(database, { ...meant, isAny: true }, within)), correction, isLoose: true }
}

/** Those that readers may see, the newer a little further up. */
async function visibleOf(database: Prisma.TransactionClient, ranked: readonly RankedArticle[], now: Date) {
  if (ranked.length === 0) return []
  const rows = await database.article.findMany({
    where: { id: { in: ranked.map(({ articleId }) => articleId) }, ...visible(now) },
    select: { id: true, publishedAt: true },
  })
  const dates = new Map(rows.map(({ id, publishedAt }) => [id, publishedAt]))
  return ranked
    .flatMap((article) => {
      const { articleId: id, score } = article
      const publishedAt = dates.get(id)
      return publishedAt ? [{ id, article, publishedAt, score: withFreshness(score, publishedAt, now) }] : []
    })
    .sort((a, b) => b.score - a.score || b.id - a.id)
}

function holdsAll(title: string, { all }: IndexQuery): boolean {
  const stems = new Set(stemsIn(title))
  return all.every((clause) => clause.some((sequence) => sequence.every((stem) => stems.has(stem))))
}

const textsOf = ({ heading, summary, body }: Unit): string[] => [heading, summary, body]
const holdsAny = (text: string, stems: ReadonlySet<string>): boolean =>
  stemsIn(text).some((stem) => stems.has(stem))

async function readHits(
  database: Prisma.TransactionClient,
  shown: readonly { id: number; article: RankedArticle }[],
  query: IndexQuery,
): Promise<SearchHit[]> {
  const rows = await database.article.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    select: {
      id: true,
      path: true,
      title: true,
      kind: true,
      standfirst: true,
      excerpt: true,
      publishedAt: true,
      document: true,
      terms: {
        where: { inherited: false, term: { type: 'category' } },
        select: { term: { select: { type: true, slug: true, name: true } } },
        take: 1,
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const stems = new Set(query.all.flat(2))
  return shown.flatMap(({ id, article }) => {
    const row = byId.get(id)
    if (!row) return []
    const units = unitsOf(check(row.document), row.standfirst)
    const found = units[landing(article, holdsAll(row.title, query))]
    // A section may be found by its article's title and tags alone: the article answers then.
    const unit = found && textsOf(found).some((text) => holdsAny(text, stems)) ? found : units[0]
    const section = row.terms[0]?.term
    const text = unit && [unit.summary, unit.body].find((one) => holdsAny(one, stems))
    return [
      {
        path: unit?.anchor ? `${row.path}#${unit.anchor}` : row.path,
        title: highlight(row.title, stems),
        heading: unit?.anchor ? highlight(unit.heading, stems) : null,
        excerpt: excerptOf(text ?? (unit?.anchor ? unit.body : row.standfirst || row.excerpt), stems),
        kind: readKind(row.kind),
        section: section ? toTermLink(section) : null,
        publishedAt: row.publishedAt?.toISOString() ?? '',
      },
    ]
  })
}

/** What readers may see that answers, best first. */
export async function search(
  database: Prisma.TransactionClient,
  { text, filters = noFilters, page: asked = 1, isPartial = false }: SearchRequest,
  now: Date,
): Promise<SearchResult> {
  const query = readQuery(text)
  const within = await idsWithin(database, filters)
  const found =
    query.wanted.length === 0
      ? {
          ranked: [],
          query: { all: [], none: [], isAny: false },
          isCapped: false,
          correction: null,
          isLoose: false,
        }
      : await answer(database, query, within, isPartial)
  const ranked = await visibleOf(database, found.ranked, now)
  const pageCount = Math.ceil(ranked.length / site.pageSize)
  const page = Math.min(asked, Math.max(1, pageCount))
  const shown = ranked.slice((page - 1) * site.pageSize, page * site.pageSize)
  return {
    hits: await readHits(database, shown, found.query),
    total: ranked.length,
    isCapped: found.isCapped,
    page,
    pageCount,
    correction: found.correction,
    isLoose: found.isLoose,
    facets: await readFacets(database, ranked),
  }
}
