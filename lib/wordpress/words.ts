import { runsOfLetters } from '../document/letters.ts'
import { entityReader } from './entities.ts'
import { isEncoded, isPhrase, knownNames } from './markup/names.ts'
import { markerLength, openTags, type Tag, TagReader } from './markup/tags.ts'
import { tokenize } from './shortcodes.ts'

/** How often each word occurs. A word is a run of letters and digits in its stored form (NFC), case kept. */
export type Words = Map<string, number>

/** Elements that do not end a word: `<b>A</b>près` is one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font form i img input ins kbd label mark q rb ruby s samp slot small span strike strong sub sup svg time tt u var wbr'.split(
    ' ',
  ),
)

/** An element that no standard names stands in a line for a browser, and so does one of a word processor (`st1:city`). */
const isInline = (name: string): boolean => INLINE.has(name) || /[-:]/.test(name)

/** Links that a browser shows as buttons, each apart from its neighbours. */
const BUTTON = /\bwp-block-(?:file__button|button__link)\b/

/** What may have another stored form, or is seen by nobody. */
const UNSTORED = /[\u0300-\u200f\u2028-\uffff]/
/** A text as words are counted in it: in its stored form, without signs that nobody sees. */
const stored = (text: string): string =>
  UNSTORED.test(text) ? text.replace(/[\u200b\u2060\ufeff]/g, '').normalize('NFC') : text

/** Counts the words of a text without mark-up, on top of those in `words` when given. */
export function countWords(text: string, words: Words = new Map()): Words {
  for (const word of stored(text).match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** How many words a text without mark-up holds. */
export const wordTotal = (text: string): number => runsOfLetters(stored(text))

/** The words of `source` that `other` does not hold as often, with how many are missing. */
export function missingWords(source: Words, other: Words): Words {
  const missing: Words = new Map()
  for (const [word, count] of source) {
    const left = count - (other.get(word) ?? 0)
    if (left > 0) missing.set(word, left)
  }
  return missing
}

/**
 * The text that a content shows: outside the tags of known shortcodes, outside HTML tags and comments (but for the
 * text of a more marker), outside scripts and styles; entities are decoded. `stripped` is a content that lost its
 * tags: there, only shortcode tags are left out. Not made with the converter, so that it can check it.
 */
export function shownText(content: string, { stripped }: { stripped: boolean }): string {
  const text = withoutShortcodes(content, stripped)
  return stripped ? text : entityReader()(withoutTags(text))
}

/** What stands outside shortcode tags, HTML that one cuts short as words; encoded HTML is not words. */
function withoutShortcodes(content: string, stripped: boolean): string {
  const parts: string[] = []
  let encoded: string | null = null
  let around = ''
  const names = knownNames(content)
  for (const token of tokenize(content, names)) {
    if (token.kind === 'text') {
      const shown = token.unescaped ?? withoutAddress(content.slice(token.start, token.end), around)
      const code = !stripped && names.isListing(around) ? withoutComments(shown) : shown
      const isCut = !stripped && token.end < content.length
      parts.push(encoded ? ' ' : isCut ? endingTags(code) : code)
    } else {
      around = token.kind === 'open' ? token.name : ''
      parts.push(isPhrase(token.name) ? '' : '\n')
      if (token.kind === 'close' && token.name === encoded) encoded = null
      else if (isEncoded(token.name) && content.includes(`[/${token.name}]`, token.end)) encoded = token.name
    }
  }
  return parts.join('')
}

/** A text whose tags all end in it: one that a shortcode cuts short is words. */
function endingTags(text: string): string {
  const open = openTags(text)
  const cuts = [0, ...open.map((at) => at + 1)]
  const parts = cuts.map((from, index) => text.slice(from, open[index]))
  return parts.join('&lt;')
}

/** A comment that opens in a listing is code: what follows the listing is no part of it. */
const withoutComments = (code: string): string => code.replaceAll('<!--', '&lt;!--')

/** The body of a builder's picture may be its address, which is not words. */
function withoutAddress(text: string, around: string): string {
  return /_imageframe$/.test(around) && /^\s*(?:https?:|\/)\S+\s*$/.test(text) ? ' ' : text
}

/** The text between the tags, block tags as line ends; entities stay as they are written. */
function withoutTags(html: string): string {
  const parts: string[] = []
  const tags = new TagReader(html)
  const lastComment = html.lastIndexOf('-->')
  const hasButtons = BUTTON.test(html)
  let index = 0
  for (let next = html.indexOf('<'); next >= 0; next = html.indexOf('<', index)) {
    parts.push(html.slice(index, next))
    const isComment = html.startsWith('<!--', next) && next + 4 <= lastComment
    const comment = isComment ? html.indexOf('-->', next + 4) : -1
    const marker = markerLength(html, next)
    const tag = comment < 0 ? tags.at(next) : null
    const hidden = tag ? endOfHidden(html, tag) : null
    if (comment >= 0) {
      const [, more] = /^\s*(?:more|nextpage)\b([\s\S]*)$/.exec(html.slice(next + 4, comment)) ?? []
      const isBlock = /^\s+\/?wp:[a-z]/.test(html.slice(next + 4, next + 40))
      parts.push(more === undefined ? (isBlock ? '\n' : '') : ` ${more.replaceAll('<', '&lt;')} `)
      index = comment + 3
    } else if (tag) {
      const isApart =
        !isInline(tag.name) ||
        (hasButtons && BUTTON.test(html.slice(tag.start, tag.end))) ||
        holdsText(html, tag)
      if (hidden === null && isApart) parts.push('\n')
      index = hidden ?? tag.end
    } else if (marker > 0) index = next + marker
    else {
      parts.push('&lt;')
      index = next + 1
    }
  }
  return parts.concat(html.slice(index)).join('')
}

/** True for a tag of a drawing with words against it: they are not part of the sentence. */
function holdsText(html: string, tag: Tag): boolean {
  if (tag.name !== 'svg') return false
  return tag.closing ? html[tag.start - 1] !== '>' : html[tag.end] !== '<'
}

/** The end of a script, style or frame with its own document, content included; null for any other tag. */
function endOfHidden(html: string, tag: Tag): number | null {
  const isFrame = tag.name === 'iframe' && /\ssrcdoc\b/i.test(html.slice(tag.start, tag.end))
  if (tag.closing || (!isFrame && !/^(?:script|style)$/.test(tag.name))) return null
  const close = new RegExp(`</${tag.name}[\\s/>]`, 'gi')
  close.lastIndex = tag.end
  const end = close.exec(html) ? html.indexOf('>', close.lastIndex - 1) : -1
  return end < 0 ? null : end + 1
}
