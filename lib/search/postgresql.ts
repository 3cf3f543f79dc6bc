import { Prisma } from '../../generated/prisma/client.ts'
import type { Alternatives, IndexQuery, IndexRow, SearchEngine } from './engine.ts'
import { UNITS } from './units.ts'

/**
 * PostgreSQL: two vectors of stems a unit, each with its index: `head` for what stands out (title, summary, heading) and
 * `whole`. A query ranks the units that hold it in their head first, so that common words cost no more than rare ones.
 */

type Label = 'A' | 'B' | 'C' | 'D'

/** The text form of a vector: `'violon':1A,7D`. Positions past PostgreSQL's own limit are all its last. */
function vectorOf(parts: readonly (readonly [string, Label])[]): string {
  const places = new Map<string, string[]>()
  let position = 0
  for (const [stems, label] of parts) {
    for (const stem of stems === '' ? [] : stems.split(' ')) {
      position = Math.min(position + 1, 16_383)
      const known = places.get(stem)
      if (known) known.push(`${position}${label}`)
      else places.set(stem, [`${position}${label}`])
    }
    // A phrase does not reach from one part into the next.
    position = Math.min(position + 1, 16_383)
  }
  return [...places].map(([stem, found]) => `'${stem}':${found.slice(0, 255).join(',')}`).join(' ')
}

function headOf({ title, summary, heading }: IndexRow) {
  return [
    [title, 'A'],
    [summary, 'B'],
    [heading, 'C'],
  ] as const
}

/** Stems hold letters and digits only: nothing of a reader's query can be taken for an operator. */
const oneOf = (alternatives: Alternatives): string =>
  `(${alternatives.map((stems) => stems.map((stem) => `'${stem}'`).join(' <-> ')).join(' | ')})`

const tsqueryOf = ({ all, isAny }: IndexQuery): string => all.map(oneOf).join(isAny ? ' | ' : ' & ')

const ARTICLE = Prisma.raw(`id / ${UNITS}`)
/** Weights of D, C, B, A: body, heading, summary, title. */
const WEIGHTS = Prisma.raw(`'{0.1, 0.4, 0.5, 1.0}'`)

function without(none: readonly Alternatives[]): Prisma.Sql {
  if (none.length === 0) return Prisma.empty
  const query = none.map(oneOf).join(' | ')
  return Prisma.sql`AND ${ARTICLE} NOT IN (SELECT ${ARTICLE} FROM search_unit WHERE whole @@ ${query}::tsquery)`
}

export const postgresEngine: SearchEngine = {
  async write(transaction, rows, entries, words) {
    const lines = rows.map((row) => {
      const head = headOf(row)
      return {
        id: row.id,
        head: vectorOf(head),
        whole: vectorOf([...head, [row.body, 'D'], [row.context, 'D']]),
      }
    })
    await transaction.$executeRaw`INSERT INTO search_unit (id, head, whole)
      SELECT id, head::tsvector, whole::tsvector
      FROM json_to_recordset(${JSON.stringify(lines)}::json) AS line(id bigint, head text, whole text)`
    await transaction.$executeRaw`INSERT INTO search_entry ("articleId", fingerprint)
      SELECT "articleId", fingerprint
      FROM json_to_recordset(${JSON.stringify(entries)}::json) AS line("articleId" integer, fingerprint text)
      ON CONFLICT ("articleId") DO UPDATE SET fingerprint = excluded.fingerprint`
    await transaction.$executeRaw`INSERT INTO search_word (word, folded)
      SELECT word, folded FROM json_to_recordset(${JSON.stringify(words)}::json) AS line(word text, folded text)
      ON CONFLICT DO NOTHING`
  },

  async remove(transaction, articleIds) {
    if (articleIds.length === 0) return
    const ids = Prisma.join([...articleIds])
    await transaction.$executeRaw`DELETE FROM search_unit WHERE ${ARTICLE} IN (${ids})`
    await transaction.$executeRaw`DELETE FROM search_entry WHERE "articleId" IN (${ids})`
  },

  async clear(transaction) {
    await transaction.$executeRaw`TRUNCATE search_unit, search_word, search_entry`
  },

  async find(transaction, query, within, limit) {
    const words = tsqueryOf(query)
    const filter = within ? Prisma.sql`AND ${ARTICLE} IN (${within})` : Prisma.empty
    const rest = Prisma.sql`${without(query.none)} ${filter}`
    const rows = await transaction.$queryRaw<{ id: bigint; score: number }[]>`
      WITH found AS (
        (SELECT id FROM search_unit WHERE head @@ ${words}::tsquery ${rest} LIMIT ${limit})
        UNION (SELECT id FROM search_unit WHERE whole @@ ${words}::tsquery ${rest} LIMIT ${limit}))
      SELECT id, ts_rank(${WEIGHTS}, whole, ${words}::tsquery, 1)::float8 AS score
      FROM found JOIN search_unit USING (id)
      ORDER BY score DESC LIMIT ${limit}`
    return rows.map(({ id, score }) => ({ id: Number(id), score }))
  },

  async count(transaction, query, most) {
    const [row] = await transaction.$queryRaw<{ total: bigint }[]>`SELECT count(*) AS total FROM (
      SELECT 1 FROM search_unit WHERE whole @@ ${tsqueryOf(query)}::tsquery LIMIT ${most}) AS found`
    return Number(row?.total ?? 0)
  },

  async similarWords(transaction, folded, limit) {
    return transaction.$queryRaw`SELECT word, folded FROM search_word
      ORDER BY folded <-> ${folded}::text LIMIT ${limit}`
  },
}
