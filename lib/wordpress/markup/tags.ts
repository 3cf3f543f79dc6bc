/** A piece of mark-up in a string; `end` is exclusive. `name` is in lower case. */
export type Tag = { name: string; closing: boolean; selfClosing: boolean; start: number; end: number }

const NAME = /<\/?[a-zA-Z][^\s/>]*/y
const CAPITAL = /[^a-z\d]/
/** The rest of a tag as most are written: values in double quotes, or none. */
const PLAIN = /(?:\s+[a-zA-Z-]+="[^"]*")*\s*\/?>/y
/** One attribute, the end of the tag (group 1) or a quote that is never closed (group 2); HTML, 13.2.5.32 to 13.2.5.39. */
const STEP = /[\s/]*(?:(>)|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|(["'])|[^\s>"'][^\s>]*|(?=>)))?)/y

/** The length of a marker that word processors leave (`<!doctype …>`, `<![endif]>`), 0 when none stands there. */
export function markerLength(text: string, start: number): number {
  if (text.charAt(start + 1) !== '!') return 0
  const near = text.slice(start, start + 220)
  return /^<!(?:doctype[^<>]{0,200}|\[(?:if|endif)[^<>]{0,200}\])>/i.exec(near)?.[0].length ?? 0
}

/** Attempts to find the end of a tag that read to the end of the text; past it only a short stretch is read. */
const MAX_FAILURES = 50
const SHORT_TAG = 2000

/**
 * Reads tags at given places of one text, as an HTML tokenizer does (quotes protect `>`). An unterminated tag, which
 * would swallow the rest of the text in a browser, is null: it is text. Linear time over a whole text.
 */
export class TagReader {
  readonly #text: string
  readonly #lastEnd: number
  #failures = 0
  /** Where the name of the tag read last ends. */
  #nameEnd = 0

  constructor(text: string) {
    this.#text = text
    this.#lastEnd = text.lastIndexOf('>')
  }

  /** The tag that begins at `start`. */
  at(start: number): Tag | null {
    const text = this.#text
    const end = this.endAt(start)
    if (end < 0) return null
    const closing = text.charAt(start + 1) === '/'
    const name = text.slice(start + (closing ? 2 : 1), this.#nameEnd)
    return {
      // V8 has no quick way to lower the letters of a text that holds a curly apostrophe anywhere.
      name: CAPITAL.test(name) ? name.toLowerCase() : name,
      closing,
      selfClosing: text.charAt(end - 2) === '/',
      start,
      end,
    }
  }

  /** Where the tag ends that begins at `start`; -1 when none does. */
  endAt(start: number): number {
    const text = this.#text
    NAME.lastIndex = start
    if (start > this.#lastEnd || !NAME.test(text)) return -1
    const from = NAME.lastIndex
    this.#nameEnd = from
    const limited = this.#failures >= MAX_FAILURES
    const end = limited ? endOfTag(text.slice(from, from + SHORT_TAG), 0) : endOfTag(text, from)
    if (end < 0) this.#failures++
    return limited && end >= 0 ? from + end : end
  }
}

function endOfTag(text: string, from: number): number {
  PLAIN.lastIndex = from
  if (PLAIN.test(text)) return PLAIN.lastIndex
  STEP.lastIndex = from
  for (let step = STEP.exec(text); step; step = STEP.exec(text)) {
    if (step[1]) return STEP.lastIndex
    if (step[2]) return -1
  }
  return -1
}

/** Where the tags stand that a text opens and does not end: words, since nothing may swallow what comes after the text. */
export function openTags(text: string): number[] {
  const open: number[] = []
  const tags = new TagReader(text)
  const lastComment = text.lastIndexOf('-->')
  let index = 0
  for (let next = text.indexOf('<'); next >= 0; next = text.indexOf('<', index)) {
    const isComment = text.startsWith('<!--', next) && next + 4 <= lastComment
    const comment = isComment ? text.indexOf('-->', next + 4) : -1
    const end = comment < 0 ? tags.endAt(next) : comment + 3
    index = end < 0 ? next + 1 : end
    if (end < 0 && /^<[a-z/]/i.test(text.slice(next, next + 2))) open.push(next)
  }
  return open
}
