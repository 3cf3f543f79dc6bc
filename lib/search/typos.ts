import type { Prisma } from '../../generated/prisma/client.ts'
import { engineOf, type KnownWord } from './engine.ts'
import { stemmed } from './stems.ts'
import { fold } from './words.ts'

/** Words that nothing in the magazine holds, and the closest that something does. */

/** Letters that may be wrong in a word of this length. */
function allowedTypos(folded: string): number {
  if (folded.length < 4) return 0
  return folded.length < 8 ? 1 : 2
}

/** Of two letters that are wrong, the first is none: else too many words that nobody misspelt become others. */
const isLikely = (folded: string, known: KnownWord, typos: number): boolean =>
  typos < 2 || known.folded[0] === folded[0]

/** Letters added, lost, changed or swapped with the next between two words; `limit + 1` when there are more. */
export function typosBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let last: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const changed = (row[j - 1] ?? 0) + (isSame ? 0 : 1)
      const swapped = isSwapped ? (last[j - 2] ?? 0) + 1 : changed
      next.push(Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > limit) return limit + 1
    last = row
    row = next
  }
  return Math.min(row[other.length] ?? 0, limit + 1)
}

const CANDIDATES = 120
/** Of words equally close, how many are compared by how often they stand in the magazine, and up to which count. */
const COMPARED = 6
const COUNTED = 100

/** True when some unit holds the word. */
export async function isFound(
  database: Prisma.TransactionClient,
  stems: readonly string[],
): Promise<boolean> {
  const all = [stems.map((stem) => [stem])]
  return (await engineOf(database).count(database, { all, none: [] }, 1)) > 0
}

async function frequency(database: Prisma.TransactionClient, { word }: KnownWord): Promise<number> {
  const query = { all: [[[stemmed(word)]]], none: [] }
  return engineOf(database).count(database, query, COUNTED)
}

/** The word that a reader meant by one that is found nowhere; null when none is close. */
export async function correct(database: Prisma.TransactionClient, word: string): Promise<string | null> {
  const folded = fold(word)
  const limit = allowedTypos(folded)
  if (limit === 0) return null
  const similar = await engineOf(database).similarWords(database, folded, CANDIDATES)
  const close = similar
    .map((known) => ({ known, typos: typosBetween(folded, known.folded, limit) }))
    .filter(({ known, typos }) => typos <= limit && isLikely(folded, known, typos))
    .filter(({ known }) => stemmed(known.word) !== '')
  const least = Math.min(...close.map(({ typos }) => typos))
  const ties = close.filter(({ typos }) => typos === least).slice(0, COMPARED)
  let best: { word: string; weight: number } | null = null
  for (const { known } of ties) {
    // The first letter is seldom the wrong one.
    const weight = (await frequency(database, known)) * (known.folded[0] === folded[0] ? 10 : 1)
    if (weight > 0 && weight > (best?.weight ?? 0)) best = { word: known.word, weight }
  }
  return best?.word ?? null
}
