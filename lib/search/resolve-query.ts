import { Prisma } from '../../generated/prisma/client.ts'
import type { Alternatives, IndexQuery } from './engine.ts'
import type { Clause, Query } from './query.ts'
import { stemmed } from './stems.ts'
import { correct, isFound } from './typos.ts'
import { fold, lowered, verbForms } from './words.ts'

/** From words to what the index holds: other accents, other forms of a verb, the end of a word being typed. */

const MAX_FORMS = 40

type Word = { word: string; folded: string }

/** The words of the magazine that are this one but for their accents, by folded form. */
async function accentedForms(
  database: Prisma.TransactionClient,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  if (words.length === 0) return new Map()
  const wanted = Prisma.join([...new Set(words.map(fold))])
  const rows = await database.$queryRaw<
    Word[]
  >`SELECT word, folded FROM search_word WHERE folded IN (${wanted})`
  return new Map(
    [...Map.groupBy(rows, ({ folded }) => folded)].map(([key, found]) => [
      key,
      found.map(({ word }) => word),
    ]),
  )
}

/** The words of the magazine that begin so. */
async function completions(database: Prisma.TransactionClient, word: string): Promise<string[]> {
  const start = fold(lowered(word))
  const rows = await database.$queryRaw<Word[]>`SELECT word, folded FROM search_word
    WHERE folded >= ${start} AND folded < ${`${start}\u{10ffff}`} ORDER BY folded LIMIT ${MAX_FORMS}`
  return rows.map((row) => row.word)
}

const stemsOf = (words: readonly string[]): string[] =>
  [...new Set(words.map(stemmed))].filter((stem) => stem !== '')

async function alternativesOf(
  database: Prisma.TransactionClient,
  { words, isPhrase }: Clause,
): Promise<Alternatives> {
  const [word] = words
  if (isPhrase || words.length > 1 || word === undefined) return [words.map(stemmed)]
  const forms = [word, ...verbForms(word)]
  const accented = await accentedForms(database, forms)
  return stemsOf([...forms.slice(0, 1), ...[...accented.values()].flat()]).map((stem) => [stem])
}

/** `isPartial`: the last word is still being typed. */
export async function resolveQuery(
  database: Prisma.TransactionClient,
  { wanted, unwanted }: Query,
  isPartial = false,
): Promise<IndexQuery> {
  const all: Alternatives[] = []
  for (const clause of wanted) all.push(await alternativesOf(database, clause))
  const last = isPartial ? wanted.at(-1) : undefined
  if (last && !last.isPhrase) {
    const words = await completions(database, last.words[0] ?? '')
    all.push([...(all.pop() ?? []), ...stemsOf(words).map((stem) => [stem])])
  }
  const none: Alternatives[] = []
  for (const clause of unwanted) none.push(await alternativesOf(database, clause))
  return { all, none }
}

/** The query with the words that nothing holds replaced by those they were meant for; null when there are none. */
export async function correctQuery(database: Prisma.TransactionClient, query: Query): Promise<Query | null> {
  let isCorrected = false
  const wanted: Clause[] = []
  for (const clause of query.wanted) {
    const words: string[] = []
    for (const word of clause.words) {
      const stems = (await alternativesOf(database, { words: [word], isPhrase: false })).flat()
      const meant = (await isFound(database, stems)) ? null : await correct(database, lowered(word))
      if (meant !== null) isCorrected = true
      words.push(meant ?? word)
    }
    wanted.push({ ...clause, words })
  }
  return isCorrected ? { ...query, wanted } : null
}
