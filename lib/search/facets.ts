import type { Prisma } from '../../generated/prisma/client.ts'
import { zonedClock } from '../dates.ts'
import { idList, namedSql } from './filters.ts'
import type { Facet, Facets } from './types.ts'

const SHOWN = 8

type Row = { kind: string; slug: string; name: string; total: bigint | number }

function topOf(rows: readonly Row[], kind: string): Facet[] {
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

/** Sections, tags, people and years of these articles. */
export async function readFacets(
  database: Prisma.TransactionClient,
  articles: readonly { id: number; publishedAt: Date | null }[],
): Promise<Facets> {
  const year = yearsOf(articles.map(({ publishedAt }) => publishedAt).filter((date) => date !== null))
  if (articles.length === 0) return { section: [], tag: [], person: [], year }
  const ids = idList(articles.map(({ id }) => id))
  const terms = await database.$queryRaw<Row[]>`
    SELECT CAST(term.type AS TEXT) AS kind, term.slug, term.name, count(*) AS total
    FROM "ArticleTerm" listed JOIN "Term" term ON term.id = listed."termId"
    WHERE listed."articleId" IN (${ids}) GROUP BY term.id, term.type, term.slug, term.name`
  // A query of its own: PostgreSQL shares a union out among workers, which costs more than both parts.
  const people = await database.$queryRaw<Row[]>`
    SELECT 'person' AS kind, person.slug, person.name, count(DISTINCT named."articleId") AS total
    FROM (${namedSql}) named JOIN "Person" person ON person.id = named."personId"
    WHERE named."articleId" IN (${ids}) GROUP BY person.id, person.slug, person.name`
  const rows = [...terms, ...people]
  return { section: topOf(rows, 'category'), tag: topOf(rows, 'tag'), person: topOf(rows, 'person'), year }
}
