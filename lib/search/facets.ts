import type { Prisma } from '../../generated/prisma/client.ts'
import { zonedClock } from '../dates.ts'
import { idList, namedSql } from './filters.ts'
import type { Facet, Facets } from './types.ts'

const SHOWN = 8

/** A term or a person of some articles (`kind` is `person` or the type of the term), and how many of them have it. */
export type FacetRow = {
  kind: string
  id: bigint | number
  slug: string
  name: string
  total: bigint | number
}

function topOf(rows: readonly FacetRow[], kind: string): Facet[] {
  return rows
    .filter((row) => row.kind === kind)
    .map(({ slug, name, total }) => ({ value: slug, name, count: Number(total) }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'fr'))
    .slice(0, SHOWN)
}

function yearsOf(dates: readonly Date[]): Facet[] {
  const years = Map.groupBy(dates, (date) => zonedClock(date).slice(0, 4))
  return [...years]
    .map(([value, { length }]) => ({ value, name: value, count: length }))
    .sort((a, b) => b.value.localeCompare(a.value))
}

/** Every term and person of these articles. */
export async function readFacetRows(
  database: Prisma.TransactionClient,
  articles: readonly { id: number }[],
): Promise<FacetRow[]> {
  if (articles.length === 0) return []
  const ids = idList(articles.map(({ id }) => id))
  const terms = await database.$queryRaw<FacetRow[]>`
    SELECT CAST(term.type AS TEXT) AS kind, term.id, term.slug, term.name, count(*) AS total
    FROM "ArticleTerm" listed JOIN "Term" term ON term.id = listed."termId"
    WHERE listed."articleId" IN (${ids}) GROUP BY term.id, term.type, term.slug, term.name`
  // A query of its own: PostgreSQL shares a union out among workers, which costs more than both parts.
  const people = await database.$queryRaw<FacetRow[]>`
    SELECT 'person' AS kind, person.id, person.slug, person.name, count(DISTINCT named."articleId") AS total
    FROM (${namedSql}) named JOIN "Person" person ON person.id = named."personId"
    WHERE named."articleId" IN (${ids}) GROUP BY person.id, person.slug, person.name`
  return [...terms, ...people]
}

/** What narrows an answer: its sections, tags, people and years. */
export const facetsOf = (
  rows: readonly FacetRow[],
  articles: readonly { publishedAt: Date | null }[],
): Facets => ({
  section: topOf(rows, 'category'),
  tag: topOf(rows, 'tag'),
  person: topOf(rows, 'person'),
  year: yearsOf(articles.map(({ publishedAt }) => publishedAt).filter((date) => date !== null)),
})
