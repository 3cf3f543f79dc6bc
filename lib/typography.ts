import { site } from './site.ts'

const NO_BREAK = '\u00a0'
const NARROW = '\u202f'
/** Takes no room, and no line breaks there. */
const JOINER = '\u2060'

/** A line in one piece, and where its pieces end: rules see words across pieces, and each piece gets its own back. */
type Line = { text: string; ends: number[] }
type Rule = readonly [pattern: RegExp, replace: (match: RegExpExecArray) => string]

/** Addresses, hashtags, accounts, and what a piece that is left alone says: nothing inside them changes. */
const UNTOUCHED =
  /(?:https?:\/\/|www\.)[^\s<>«»“”]{1,2000}|[^\s@«»“”()]{1,64}@[\w.-]{1,200}|(?<![\p{L}\d&])[#@][\p{L}\d_][\p{L}\d_’'!-]{0,100}|\ue000{1,20000}/gu
/** Stands for a piece that is left alone; a character of private use that no text holds. */
const OPAQUE = '\ue000'

const UNITS =
  '%|‰|€|\\$|£|°C|°F|°|k?€|k?euros?|dollars?|millions?|milliards?|k?Wh|[kMGT]?W|[kMGT]o|[kcm]?m[²³]?|[km]?g|[cm]?[lL]|km/h|ha|h|min|s|ans?|mois|jours?|heures?|minutes?|secondes?|pages?|fois'
const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'

const rule = (pattern: string, replacement: string | ((match: RegExpExecArray) => string)): Rule => [
  new RegExp(pattern, 'gu'),
  typeof replacement === 'string' ? () => replacement : replacement,
]

/** The space that is there, or none: both become the space that French sets. */
const SPACES = `[ ${NO_BREAK}${NARROW}]`
const isLaterYear = (from: string, to: string): boolean => Number(to) > Number(from) && Number(from) > 999

const RULES: readonly Rule[] = [
  // What a word processor left: holes in a line, words chained to each other. A verse may begin with spaces.
  rule(`(?<=[^\\s\ue000])(?: [ ${NO_BREAK}]+|${NO_BREAK}+ [ ${NO_BREAK}]*)(?=\\S)`, ' '),
  rule(`(?<=\\p{Ll}|\\p{Ll}{2}[,.)])${NO_BREAK}(?=\\p{Ll})`, ' '),
  // A line does not end after the one letter of "e-mail", "répond-t-il".
  rule('(?<=(?<![\\p{L}\\d])(?:\\p{Ll}|E)-)(?=\\p{L})', JOINER),
  // Nor before the pronoun of a question: "est-ce", "penses-tu".
  rule(
    '(?<=\\p{Ll}-)(?=(?:ce|je|tu|ils?|elles?|on|nous|vous|t-(?:ils?|elles?|on)|ci|là)(?![\\p{L}-]))',
    JOINER,
  ),
  rule('(?<=\\p{L})\'(?=[\\p{L}\\d«“"\ue000])', '’'),
  rule('(?<!\\.)\\.{3}(?!\\.)', '…'),
  rule('(?<=[\\p{L}\\d)%»”]) (?=…)', NO_BREAK),
  // Ordinals: 1re, 2e, XIXe.
  rule('(?<![\\p{L}\\d])(1)(?:ère|ere|ière)(s?)(?![\\p{L}\\d])', ([, one, s]) => `${one}re${s}`),
  rule(
    '(?<![\\p{L}\\d])(\\d{1,4}|[IVXLC]{1,8})(?:i?[èe]me|è)(s?)(?![\\p{L}\\d])',
    ([, rank, s]) => `${rank}e${s}`,
  ),
  // Ranges of years, of pages, and of what is counted.
  rule('(?<![\\d/-])(\\d{4})-(\\d{4})(?![\\d/-])', ([all, from = '', to = '']) =>
    isLaterYear(from, to) ? `${from}–${to}` : all,
  ),
  rule(`(?<=(?<!\\p{L})pp?\\.${SPACES}{0,2}\\d{1,4})-(?=\\d{1,4}(?!\\d))`, '–'),
  rule(`(?<=(?<![\\d/.,-])\\d{1,3})-(?=\\d{1,3}${SPACES}(?:${UNITS})(?!\\p{L}))`, '–'),
  // Long numbers, and what goes with a number.
  rule(
    `(?<=(?<![\\d.,${NARROW}]${SPACES}?)(?<!\\d)\\d{1,3}(?:${SPACES}\\d{3}){0,5})${SPACES}(?=\\d{3}(?!\\d))`,
    NARROW,
  ),
  rule(
    `(?<![\\p{L}\\d.,/-])(\\d{5,12})(?=${SPACES}?(?:€|\\$|£|%|euros?(?!\\p{L})|dollars?(?!\\p{L})))`,
    ([, digits = '']) => digits.replace(/\B(?=(?:\d{3})+$)/g, NARROW),
  ),
  rule(`(?<=\\d)${SPACES}(?=(?:${UNITS})(?![\\p{L}\\d]))`, NO_BREAK),
  rule('(?<=\\d)(?=[€%])', NO_BREAK),
  rule(`(?<=(?<!\\d)(?:\\d{1,2}|1er))${SPACES}(?=(?:${MONTHS})(?!\\p{L}))`, NO_BREAK),
  rule(
    `(?<=(?<![\\p{L}\\d])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|n°|nº|nos|pp?|art|fig|chap|vol|t)\\.?)${SPACES}(?=[\\p{Lu}\\d])`,
    NO_BREAK,
  ),
  rule(`(?<=[IVXLC]e)${SPACES}(?=siècle)`, NO_BREAK),
  // Marks: narrow before ; ! ?, whole before a colon, narrow inside guillemets.
  rule(`${SPACES}{1,2}(?=[;!?])`, NARROW),
  rule('(?<=[\\p{L}\\d»”)…])(?=[;!?]{1,4}(?:\\s|[»”)]|$))', NARROW),
  rule(`${SPACES}{1,2}(?=:(?!\\p{L}))`, NO_BREAK),
  rule('(?<=[\\p{L}\\d»”)])(?=:(?:\\s|$))', NO_BREAK),
  rule(`(?<=“)${SPACES}{1,2}|${SPACES}{1,2}(?=”)`, ''),
  rule(`«${SPACES}{0,2}(?=\\S|$)`, `«${NARROW}`),
  rule(`(?<=\\S)${SPACES}{0,2}»|^${SPACES}{0,2}»`, `${NARROW}»`),
]

const OPENING = new Set(['«', '“'])

/** Whether the straight quotation mark at `index` opens: it follows nothing, a space, or what opens itself. */
const opens = (text: string, index: number): boolean => /^$|[\s([{«“—–’'/-]/u.test(text.charAt(index - 1))

type Mark = { index: number; isOpening: boolean }

/** « and » say which side they are on, in whatever place; “ and ” too; " is told by what stands before it. */
const asWritten = (text: string, index: number, mark: string): boolean =>
  OPENING.has(mark) || (mark === '"' && opens(text, index))

/** « right after a word and before none closes; » right before a word and after none opens: a slip of the editor. */
function asPlaced(text: string, index: number, mark: string): boolean {
  const isAfterWord = /[^\s([{’'–—-]/u.test(text.charAt(index - 1))
  const isBeforeWord = /[\p{L}\d]/u.test(text.charAt(index + 1))
  if (mark === '«' && isAfterWord && !isBeforeWord) return false
  if (mark === '»' && !isAfterWord && isBeforeWord) return true
  return asWritten(text, index, mark)
}

/**
 * Outer quotations between « », those inside them between “ ”. All marks of a line are paired, or none changes: an
 * inch, a quotation over several paragraphs, are not for a machine to guess.
 */
function paired(marks: readonly Mark[]): Map<number, string> {
  const set = new Map<number, string>()
  let depth = 0
  for (const { index, isOpening } of marks) {
    if (!isOpening) depth -= 1
    if (depth < 0) return new Map()
    set.set(index, depth === 0 ? (isOpening ? '«' : '»') : isOpening ? '“' : '”')
    if (isOpening) depth += 1
  }
  return depth === 0 ? set : new Map()
}

function quoteMarks(text: string, kept: ReadonlySet<number>): Map<number, string> {
  const found = [...text.matchAll(/[«»“”"]/gu)].filter(({ index }) => !kept.has(index))
  const read = (side: typeof asWritten) =>
    paired(found.map(({ index, 0: mark }) => ({ index, isOpening: side(text, index, mark) })))
  const written = read(asWritten)
  return written.size > 0 ? written : read(asPlaced)
}

/** The offsets of a text that no rule may change. */
function untouched(text: string): Set<number> {
  const offsets = new Set<number>()
  for (const match of text.matchAll(UNTOUCHED))
    for (let at = match.index; at < match.index + match[0].length; at += 1) offsets.add(at)
  return offsets
}

/** The line with `pattern` replaced, its pieces moved along: a match across two pieces goes to the first. */
function apply({ text, ends }: Line, [pattern, replace]: Rule): Line {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return { text, ends }
  const kept = untouched(text)
  let out = ''
  let last = 0
  const shifts: [at: number, by: number][] = []
  for (const match of matches) {
    const { index } = match
    const end = index + match[0].length
    if (kept.has(index) && (end === index ? kept.has(index - 1) : true)) continue
    const words = replace(match)
    out += text.slice(last, index) + words
    last = end
    shifts.push([end, words.length - (end - index)])
  }
  return { text: out + text.slice(last), ends: moved(ends, shifts) }
}

/** Each end, after what was put in before it. What is put in at an end itself belongs to the piece that it closes. */
function moved(ends: readonly number[], shifts: readonly [at: number, by: number][]): number[] {
  let next = 0
  let by = 0
  return ends.map((end) => {
    for (let shift = shifts[next]; shift && shift[0] <= end; shift = shifts[next]) {
      by += shift[1]
      next += 1
    }
    return end + by
  })
}

function withQuotes({ text, ends }: Line): Line {
  if (!/[«»“”"]/.test(text)) return { text, ends }
  const marks = quoteMarks(text, untouched(text))
  if (marks.size === 0) return { text, ends }
  return { text: [...Array(text.length).keys()].map((at) => marks.get(at) ?? text.charAt(at)).join(''), ends }
}

/**
 * The pieces of one line as French sets them: spaces that do not break, apostrophes, quotation marks, ordinals, ranges,
 * long numbers. `null` is a piece that is left alone (code, another language, a call of a note) and stays null. Stored
 * text is never changed: this is a lens, off by `site.frenchTypography`.
 */
export function typesetPieces<Piece extends string | null>(pieces: readonly Piece[]): (string | Piece)[] {
  if (!site.frenchTypography) return [...pieces]
  let length = 0
  const ends = pieces.map((piece) => {
    length += piece === null ? 1 : piece.length
    return length
  })
  const line = { text: pieces.map((piece) => piece ?? OPAQUE).join(''), ends }
  const set = RULES.reduce(apply, withQuotes(line))
  return pieces.map((piece, index) =>
    piece === null ? piece : set.text.slice(set.ends[index - 1] ?? 0, set.ends[index]),
  )
}

/** A line of plain text as French sets it: `typesetPieces` for one piece. */
export function typeset(text: string): string {
  return typesetPieces([text])[0] ?? text
}

/**
 * The space after a word of one or two letters, or an article: "le soleil". Before a long word, or another small one,
 * the line may end there: what does not break must fit the narrowest screen.
 */
const AFTER_SMALL_WORD =
  /(?<=(?:^|[\s«“(])(?:\p{L}{1,2}|&|les|des|une)) (?!(?:les|des|une) )(?=[\p{L}\d’]{3,9}(?![\p{L}\d’]))/giu

/** A title as French sets it: `typeset`, and no small word parted from its noun by the end of a line. */
export function typesetTitle(title: string): string {
  return site.frenchTypography ? typeset(title).replaceAll(AFTER_SMALL_WORD, NO_BREAK) : title
}
