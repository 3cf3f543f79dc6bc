import { stemsIn } from './stems.ts'
import { wordsIn } from './words.ts'

/** What a reader asks for, read. Pure. */

/** One word, or the words of a phrase in quotes. */
export type Clause = { words: string[]; isPhrase: boolean }
export type Query = { wanted: Clause[]; unwanted: Clause[] }

const MAX_QUERY = 200
const MAX_CLAUSES = 12

/** Without what no query needs: controls, marks of direction, halves of characters, what is past the limit. */
export function cleanQuery(text: string): string {
  const clean = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\ufffd\s]+/gu, ' ')
  return [...clean.trim()].slice(0, MAX_QUERY).join('').trim()
}

const clauseOf = (text: string, isPhrase: boolean): Clause => ({
  words: wordsIn(text)
    .map(({ word }) => word)
    .filter((word) => stemsIn(word).length > 0),
  isPhrase,
})

/**
 * Words, "phrases in quotes" (French ones too), -words and -"phrases" to leave out. Anything else, such as the syntax of
 * a search engine, is only what stands between words.
 */
export function readQuery(text: string): Query {
  const parts = cleanQuery(text).matchAll(
    /(?<![\p{L}\p{N}])(-?)(?:"([^"]*)"|«([^»]*)»|“([^”]*)”)|(?<!\S)(-)(?=[\p{L}\p{N}])(\S+)|([^\s"«“]+)/gu,
  )
  const query: Query = { wanted: [], unwanted: [] }
  for (const [, minus, straight, french, curly, dash, without, plain] of parts) {
    const phrase = straight ?? french ?? curly
    const clause = clauseOf(phrase ?? without ?? plain ?? '', phrase !== undefined)
    if (clause.words.length === 0) continue
    const list = minus || dash ? query.unwanted : query.wanted
    const isWhole = phrase !== undefined || list === query.unwanted
    if (isWhole) list.push(clause)
    else list.push(...clause.words.map((word) => ({ words: [word], isPhrase: false })))
  }
  return {
    wanted: query.wanted.slice(0, MAX_CLAUSES),
    unwanted: query.unwanted.slice(0, MAX_CLAUSES),
  }
}
