import { besidePrisma } from '../beside-prisma.ts'
import type { SearchEngine } from './engine.ts'
import { countUpTo, findUnits, matchOf } from './sqlite-find.ts'
import { UNITS } from './units.ts'

/** SQLite: FTS5 tables that hold stems and no text (`contentless`), so that the index stays small and quick to write. */

const list = (values: readonly unknown[]): string => JSON.stringify(values)

/** A word's trigrams, with its ends, as one condition. */
function trigrams(folded: string): string {
  const letters = [...`  ${folded} `]
  const parts = letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`)
  return [...new Set(parts)].map((part) => `"${part}"`).join(' OR ')
}

/** The engine of a SQLite database. */
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
    await besidePrisma(
      transaction,
      (pass) =>
        transaction.$executeRaw`INSERT INTO search_index (rowid, title, summary, heading, body, context)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(${pass(list(lines))})`,
    )
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

  async rebuild(transaction, fill) {
    await transaction.$executeRaw`INSERT INTO search_index (search_index) VALUES ('delete-all')`
    await transaction.$executeRaw`INSERT INTO search_trigram (search_trigram) VALUES ('delete-all')`
    await transaction.$executeRaw`DELETE FROM search_word`
    await transaction.$executeRaw`DELETE FROM search_entry`
    await fill()
  },

  find: findUnits,

  count(transaction, query, most) {
    return countUpTo(transaction, matchOf(query), most)
  },

  async similarWords(transaction, folded, limit) {
    return transaction.$queryRaw`SELECT word, folded FROM search_word WHERE id IN (
      SELECT rowid FROM search_trigram WHERE search_trigram MATCH ${trigrams(folded)} ORDER BY rank LIMIT ${limit})`
  },
}
