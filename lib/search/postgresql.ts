import { Prisma } from '../../generated/prisma/client.ts'
import type { Alternatives, Hit, IndexQuery, IndexRow, SearchEngine } from './engine.ts'
import { UNITS } from './units.ts'

/**
 * PostgreSQL: a vector of stems a unit, with two indexes: one of the whole, one of its head, what stands out (title,
 * summary, heading). Ranks the newest units that hold a query in their head, and the newest that hold it anywhere.
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

const tsqueryOf = ({ all }: IndexQuery): string => all.map(oneOf).join(' & ')

const ARTICLE = Prisma.raw(`id / ${UNITS}`)
/** Weights of D, C, B, A: body, heading, summary, title. */
const WEIGHTS = Prisma.raw(`'{0.1, 0.4, 0.5, 1.0}'`)
const WHOLE = Prisma.raw('whole')
/** As the index has it. */
const HEAD = Prisma.raw("ts_filter(whole, '{a,b,c}')")

/** Units that tell how common a query is: the newest. Fewer hits than `FEW` among them tell nothing. */
const SAMPLE = 2000
const FEW = 6

type Sample = { heads: bigint; wholes: bigint; newest: bigint; oldest: bigint }

function without(none: readonly Alternatives[]): Prisma.Sql {
  if (none.length === 0) return Prisma.empty
  const query = none.map(oneOf).join(' | ')
  return Prisma.sql`AND ${ARTICLE} NOT IN (SELECT ${ARTICLE} FROM search_unit WHERE whole @@ ${query}::tsquery)`
}

/**
 * Back to which id some `wanted` hits should be found, where the sample holds so many. A GIN index gives all units that
 * hold a query, in no order, and to read them costs more than all the rest: ids narrow them down before.
 */
function since({ newest, oldest }: Sample, hits: bigint, wanted: number): Prisma.Sql {
  if (hits < FEW) return Prisma.empty
  const ids = (Number(newest - oldest) * wanted) / Number(hits)
  return Prisma.sql`AND id > ${Number(newest) - Math.ceil(ids)}::bigint`
}

/** `OFFSET`: lets no planner go back through all units for one that few hold. */
const newest = (conditions: Prisma.Sql, limit: number): Prisma.Sql =>
  Prisma.sql`SELECT id FROM (SELECT id FROM search_unit WHERE ${conditions} OFFSET 0) AS holding
    ORDER BY id DESC LIMIT ${limit}`

type Row = { id: bigint; score: number }
const toHits = (rows: readonly Row[]): Hit[] => rows.map(({ id, score }) => ({ id: Number(id), score }))

export const postgresEngine: SearchEngine = {
  async write(transaction, rows, entries, words) {
    const lines = rows.map((row) => {
      const parts = [...headOf(row), [row.body, 'D'], [row.context, 'D']] as const
      return { id: row.id, whole: vectorOf(parts) }
    })
    await transaction.$executeRaw`INSERT INTO search_unit (id, whole)
      SELECT id, whole::tsvector
      FROM json_to_recordset(${JSON.stringify(lines)}::json) AS line(id bigint, whole text)`
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
    const ids = [...articleIds]
    // By ranges, which the index of ids knows.
    await transaction.$executeRaw`DELETE FROM search_unit USING unnest(${ids}::bigint[]) AS gone(article)
      WHERE id >= article * ${UNITS}::bigint AND id < (article + 1) * ${UNITS}::bigint`
    await transaction.$executeRaw`DELETE FROM search_entry WHERE "articleId" = ANY(${ids}::integer[])`
  },

  async rebuild(transaction, fill) {
    await transaction.$executeRaw`TRUNCATE search_unit, search_word, search_entry`
    // Its indexes are made of all at once, in a fraction of the time that row by row takes.
    const indexes = await transaction.$queryRaw<{ name: string; definition: string }[]>`
      SELECT indexname::text AS name, indexdef AS definition FROM pg_indexes
      WHERE schemaname = current_schema() AND tablename = 'search_unit' AND indexdef LIKE '%USING gin%'`
    for (const { name } of indexes) await transaction.$executeRaw`DROP INDEX ${Prisma.raw(`"${name}"`)}`
    await fill()
    await transaction.$executeRaw`SET LOCAL maintenance_work_mem = '256MB'`
    for (const { definition } of indexes) await transaction.$executeRaw(Prisma.raw(definition))
  },

  async find(transaction, query, within, limit) {
    const words = tsqueryOf(query)
    const filter = within ? Prisma.sql`AND ${ARTICLE} IN (${within})` : Prisma.empty
    const rest = Prisma.sql`${without(query.none)} ${filter}`
    const holds = (vector: Prisma.Sql) => Prisma.sql`${vector} @@ ${words}::tsquery ${rest}`
    const best = (heads: Prisma.Sql, wholes: Prisma.Sql) => transaction.$queryRaw<Row[]>`
      WITH found AS (
        (${newest(Prisma.sql`${holds(HEAD)} ${heads}`, limit)})
        UNION (${newest(Prisma.sql`${holds(WHOLE)} ${wholes}`, limit)}))
      SELECT id, ts_rank(${WEIGHTS}, whole, ${words}::tsquery, 1)::float8 AS score
      FROM found JOIN search_unit USING (id)
      ORDER BY score DESC LIMIT ${limit}`
    const [sample] = await transaction.$queryRaw<Sample[]>`
      SELECT count(*) FILTER (WHERE ${holds(WHOLE)} AND ${HEAD} @@ ${words}::tsquery) AS heads,
        count(*) FILTER (WHERE ${holds(WHOLE)}) AS wholes, max(id) AS newest, min(id) AS oldest
      FROM (SELECT id, whole FROM search_unit ORDER BY id DESC LIMIT ${SAMPLE}) AS recent`
    if (!sample || sample.wholes < FEW) return toHits(await best(Prisma.empty, Prisma.empty))
    const [heads, wholes] = [sample.heads, sample.wholes].map((hits) => since(sample, hits, 1.5 * limit))
    const rows = await best(heads ?? Prisma.empty, wholes ?? Prisma.empty)
    // Words of the day are rarer in what is older: then all of it is looked through.
    return toHits(rows.length < limit ? await best(Prisma.empty, Prisma.empty) : rows)
  },

  async count(transaction, query, most) {
    // `MATERIALIZED`: the limit would have the planner walk the table for a word that hardly any unit holds.
    const [row] = await transaction.$queryRaw<{ total: bigint }[]>`
      WITH found AS MATERIALIZED (SELECT 1 FROM search_unit WHERE whole @@ ${tsqueryOf(query)}::tsquery)
      SELECT count(*) AS total FROM (SELECT 1 FROM found LIMIT ${most}) AS counted`
    return Number(row?.total ?? 0)
  },

  async similarWords(transaction, folded, limit) {
    return transaction.$queryRaw`SELECT word, folded FROM search_word
      ORDER BY folded <-> ${folded}::text LIMIT ${limit}`
  },
}
