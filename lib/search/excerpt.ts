import { stemmed } from './stems.ts'
import type { Piece } from './types.ts'
import { wordsIn } from './words.ts'

/** Titles and excerpts with the words asked for. Pure. */

const flatten = (text: string): string => text.replace(/[\t\n\r ]+/g, ' ').trim()

/** Excerpts of endless sections are looked for in their beginning. */
const MAX_TEXT = 40_000

type Place = { start: number; end: number; stem: string }

const hitsIn = (text: string, stems: ReadonlySet<string>): Place[] =>
  wordsIn(text).flatMap(({ word, start, end }) => {
    const stem = stemmed(word)
    return stems.has(stem) ? [{ start, end, stem }] : []
  })

function piecesOf(text: string, hits: readonly Place[]): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const hit of hits) {
    if (hit.start > end) pieces.push({ at: end, text: text.slice(end, hit.start), isHit: false })
    pieces.push({ at: hit.start, text: text.slice(hit.start, hit.end), isHit: true })
    end = hit.end
  }
  if (end < text.length) pieces.push({ at: end, text: text.slice(end), isHit: false })
  return pieces
}

/** The whole of a short text, its hits marked. */
export function highlight(text: string, stems: ReadonlySet<string>): Piece[] {
  const flat = flatten(text)
  return piecesOf(flat, hitsIn(flat, stems))
}

/** The hit from which most different words follow within `length`. */
function richest(hits: readonly Place[], length: number): Place | undefined {
  let best: { hit: Place; count: number } | undefined
  let last = 0
  for (const [index, hit] of hits.entries()) {
    while (last < hits.length && (hits[last]?.end ?? 0) <= hit.start + length) last += 1
    const count = new Set(hits.slice(index, Math.min(last, index + 50)).map(({ stem }) => stem)).size
    if (count > (best?.count ?? 0)) best = { hit, count }
  }
  return best?.hit
}

/** Where a window begins: the sentence of the hit when it begins near, else a word a little before. */
function startBefore(text: string, place: number, reach: number): number {
  if (place <= reach) return 0
  const before = text.slice(place - reach, place)
  const sentence = Math.max(...['. ', '! ', '? ', '… '].map((end) => before.lastIndexOf(end)))
  const word = before.indexOf(' ')
  return place - reach + (sentence >= 0 ? sentence + 2 : word + 1)
}

/** About `length` characters around the hits, cut between words; the beginning of the text when it has none. */
export function excerptOf(text: string, stems: ReadonlySet<string>, length = 220): Piece[] {
  const flat = flatten(text.slice(0, MAX_TEXT))
  const hits = hitsIn(flat, stems)
  const start = startBefore(flat, richest(hits, length)?.start ?? 0, 90)
  const space = flat.indexOf(' ', start + length)
  const end = space < 0 || space > start + length + 40 ? Math.min(flat.length, start + length + 40) : space
  const shown = hits
    .filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => ({ ...hit, start: hit.start - start, end: hit.end - start }))
  const pieces = piecesOf(flat.slice(start, end), shown)
  if (start > 0) pieces.unshift({ at: -1, text: '… ', isHit: false })
  if (end < flat.length) pieces.push({ at: end, text: ' …', isHit: false })
  return pieces
}
