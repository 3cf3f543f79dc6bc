/** Numbered headings: "2e conseil : …", "Deuxième conseil : …", "Conseil n° 2 : …", "2. …". */

const WORDS = ['premi', 'deuxi', 'troisi', 'quatri', 'cinqui', 'sixi', 'septi', 'huiti', 'neuvi', 'dixi']
const RANK = '(\\d{1,2})\\s?(?:ère|ème|eme|nde|er|re|nd|de|e|è)|(premi(?:er|ère)|seconde?|\\p{L}{3,8}ième)'
const NOUN = "(\\p{L}[\\p{L}'’-]{1,30})"
const BEFORE = `(?:${RANK})\\s+${NOUN}`
const AFTER = String.raw`(\p{L}[\p{L}'’-]{2,30})\s+(?:n°\s?)?(\d{1,2})(?=\s?[:–—-]\s)`
type Place = { before: RegExp; after: RegExp }
const ANYWHERE: Place = { before: new RegExp(BEFORE, 'giu'), after: new RegExp(AFTER, 'giu') }
const AT_START: Place = { before: new RegExp(`^${BEFORE}`, 'giu'), after: new RegExp(`^${AFTER}`, 'giu') }
const TYPED = /^(\d{1,2})(?:\s?[.)/°]|\s[–—-])\s+\p{L}/u
const ROMAN = /^(I{1,3}|IV|VI{0,3}|IX|X)\s?[.)–—-]\s+\p{L}/u
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** An ordinal at the head of a line ends before this. */
const MAX_START = 80

/** A number and what it counts, at an offset of the line; `end` is behind the noun or the number. */
export type Ordinal = { start: number; end: number; noun: string; rank: number }

function rankOf(digits: string | undefined, word: string | undefined): number {
  if (digits) return Number(digits)
  if (/^second/iu.test(word ?? '')) return 2
  return WORDS.findIndex((start) => word?.toLowerCase().startsWith(start)) + 1
}

/** What no rank before a noun, and none after one, goes without; most lines have neither. */
const SIGN_BEFORE = /\d\s?[èenrd]|premi|second|ième/iu
const SIGN_AFTER = /\d\s?[:–—-]\s/u

/** Every number with a noun in a line, in order. */
export function ordinalsIn(line: string, place = ANYWHERE): Ordinal[] {
  const found = (sign: RegExp, pattern: RegExp) => (sign.test(line) ? [...line.matchAll(pattern)] : [])
  const before = found(SIGN_BEFORE, place.before).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    noun: (match[3] ?? '').toLowerCase(),
    rank: rankOf(match[1], match[2]),
  }))
  const after = found(SIGN_AFTER, place.after).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    noun: (match[1] ?? '').toLowerCase(),
    rank: Number(match[2]),
  }))
  return [...before, ...after].filter(({ rank }) => rank > 0).sort((a, b) => a.start - b.start)
}

/** Rank of a numbered heading, null when the line is not one. A rank before a noun needs a colon or a dash behind. */
export function readOrdinal(line: string): number | null {
  const typed = TYPED.exec(line)
  if (typed) return Number(typed[1])
  const roman = ROMAN.exec(line)?.[1]
  if (roman) return ROMANS.indexOf(roman) + 1
  const [first] = ordinalsIn(line.slice(0, MAX_START), AT_START)
  return first && /^(?:\s+\p{L}+)?\s?(?::|[–—-]\s)/u.test(line.slice(first.end)) ? first.rank : null
}
