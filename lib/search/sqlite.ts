import { Prisma } from '../../generated/prisma/client.ts'
import type { Alternatives, IndexQuery, SearchEngine } from './engine.ts'
import { UNITS } from './units.ts'

/** SQLite: FTS5 tables that hold stems and no text (`contentless`), so that the index stays small and quick to write. */

const phrase = (stems: readonly string[]): string => `"${stems.join(' ')}"`
const oneOf = (alternatives: Alternatives): string => `(${alternatives.map(phrase).join(' OR ')})`

/** Stems hold letters and digits only: nothing of a reader's query can be taken for FTS5's syntax. */
function matchOf({ all, isAny }: IndexQuery): string {
  return all.map(oneOf).join(isAny ? ' OR ' : ' AND ')
}

/** Title, summary, heading, body, context. */
const WEIGHTS = Prisma.raw('10.0, 5.0, 4.0, 1.0, 2.0')
const ARTICLE = Prisma.raw(`rowid / ${UNITS}`)
/**
 * Units whose score is worked out: words that more hold are so common that, past the newest, only the units that hold
 * them in what stands out can be what was meant.
 */
const CANDIDATES = 1000
const HEAD = '{title summary heading}'

function without(none: readonly Alternatives[]): Prisma.Sql {
  if (none.length === 0) return Prisma.empty
  const match = none.map(oneOf).join(' OR ')
  return Prisma.sql`AND ${ARTICLE} NOT IN (SELECT ${ARTICLE} FROM search_index WHERE search_index MATCH ${match})`
}

const list = (values: readonly unknown[]): string => JSON.stringify(values)

/** A word's trigrams, with its ends, as one condition. */
function trigrams(folded: string): string {
  const letters = [...`  ${folded} `]
  const parts = letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`)
  return [...new Set(parts)].map((part) => `"${part}"`).join(' OR ')
}

type Row = { id: bigint | number; score: number; total: bigint | number }

/** The best of the newest units that hold it; `total` says how many were compared. */
function best(transaction: Prisma.TransactionClient, match: string, rest: Prisma.Sql, limit: number) {
  return transaction.$queryRaw<Row[]>`SELECT id, score, count(*) OVER () AS total FROM (
      SELECT rowid AS id, -bm25(search_index, ${WEIGHTS}) AS score FROM search_index
      WHERE search_index MATCH ${match} ${rest} ORDER BY rowid DESC LIMIT ${CANDIDATES})
    ORDER BY score DESC LIMIT ${limit}`
}

/** `find`'s filter names an article `articleId`. */
export const sqliteEngine: SearchEngine = {
  async write(transaction, rows, entries, words) {
    const lines = rows.map(({ id, title, summary, heading, body, context }) => [
      id,
      title,
      summary,
      heading,
      body,
      context,
    ])
    await transaction.$executeRaw`INSERT INTO search_index (rowid, title, summary, heading, body, context)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(${list(lines)})`
    const pairs = entries.map(({ articleId, fingerprint }) => [articleId, fingerprint])
    await transaction.$executeRaw`INSERT INTO search_entry ("articleId", fingerprint)
      SELECT value ->> 0, value ->> 1 FROM json_each(${list(pairs)}) WHERE true
      ON CONFLICT ("articleId") DO UPDATE SET fingerprint = excluded.fingerprint`
    const made = await transaction.$queryRaw<{ id: bigint | number; folded: string }[]>`
      INSERT INTO search_word (word, folded)
      SELECT value ->> 0, value ->> 1 FROM json_each(${list(words.map(({ word, folded }) => [word, folded]))}) WHERE true
      ON CONFLICT DO NOTHING RETURNING id, folded`
    if (made.length === 0) return
    const padded = made.map(({ id, folded }) => [Number(id), `  ${folded} `])
    await transaction.$executeRaw`INSERT INTO search_trigram (rowid, word)
      SELECT value ->> 0, value ->> 1 FROM json_each(${list(padded)})`
  },

  async remove(transaction, articleIds) {
    for (const id of articleIds)
      await transaction.$executeRaw`DELETE FROM search_index WHERE rowid BETWEEN ${id * UNITS} AND ${id * UNITS + UNITS - 1}`
    await transaction.$executeRaw`DELETE FROM search_entry WHERE "articleId" IN (SELECT value FROM json_each(${list(articleIds)}))`
  },

  async clear(transaction) {
    await transaction.$executeRaw`INSERT INTO search_index (search_index) VALUES ('delete-all')`
    await transaction.$executeRaw`INSERT INTO search_trigram (search_trigram) VALUES ('delete-all')`
    await transaction.$executeRaw`DELETE FROM search_word`
    await transaction.$executeRaw`DELETE FROM search_entry`
  },

  async find(transaction, query, within, limit) {
    const match = matchOf(query)
    const rest = Prisma.sql`${without(query.none)} ${within ? Prisma.sql`AND ${ARTICLE} IN (${within})` : Prisma.empty}`
    const whole = await best(transaction, match, rest, limit)
    const isCut = Number(whole[0]?.total ?? 0) === CANDIDATES
    const head = isCut ? await best(transaction, `${HEAD} : (${match})`, rest, limit) : []
    return [...whole, ...head].map(({ id, score }) => ({ id: Number(id), score }))
  },

  async count(transaction, query, most) {
    const [row] = await transaction.$queryRaw<{ total: bigint | number }[]>`SELECT count(*) AS total FROM (
      SELECT 1 FROM search_index WHERE search_index MATCH ${matchOf(query)} LIMIT ${most})`
    return Number(row?.total ?? 0)
  },

  async similarWords(transaction, folded, limit) {
    return transaction.$queryRaw`SELECT word, folded FROM search_word WHERE id IN (
      SELECT rowid FROM search_trigram WHERE search_trigram MATCH ${trigrams(folded)} ORDER BY rank LIMIT ${limit})`
  },
}
