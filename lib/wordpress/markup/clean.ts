import { joinPieces, type MappedText, type Piece } from './mapped-text.ts'
import { Nesting } from './nesting.ts'
import { markerLength, type Tag, TagReader } from './tags.ts'

/** Elements whose content is not HTML: without its closing tag, such an element swallows the rest of the text. */
const RAW = new Set(['script', 'style', 'iframe', 'textarea', 'title', 'xmp', 'noembed', 'noframes'])

/** Elements that do not end a word. */
const INLINE = /^(?:a|abbr|b|big|cite|code|em|font|i|s|small|span|strike|strong|sub|sup|tt|u)$/

/** What a tag that goes would complete: `&<textarea>nbsp`. */
const ENTITY_BEGUN = /&#?\w{0,30}$/

/** `markup` is what was taken away, as it stood; `at` is its place in the cleaned text's source. */
export type Removed = { element: 'script' | 'style' | 'form'; markup: string; start: number; end: number }

/**
 * What has to be done to HTML before paragraphs are made, so that they stay whole: scripts, styles and the tags of
 * forms go (each named in `removed`), unterminated tags and comments become text, raw elements are closed, and
 * nesting that no article needs is flattened. Words outside scripts and styles are never touched.
 */
export function clean(source: MappedText): { cleaned: MappedText; removed: Removed[] } {
  const { text, at } = source
  const pieces: Piece[] = []
  const removed: Removed[] = []
  const tags = new TagReader(text)
  const closingOf = rawEnds(text)
  const nesting = new Nesting()
  const lastCommentEnd = text.lastIndexOf('-->')
  let done = 0
  const replace = (start: number, end: number, put: string) => {
    if (start > done) pieces.push({ text: text.slice(done, start), start: done })
    if (put !== '') pieces.push({ text: put, start, fixed: true })
    done = end
  }
  const remove = (element: Removed['element'], start: number, end: number) =>
    removed.push({ element, markup: text.slice(start, end), start: at[start] ?? 0, end: at[end] ?? 0 })

  /** Deals with the `<` at `start` and gives the offset to go on from. */
  const readMarkup = (start: number): number => {
    const comment = commentEnd(text, start, lastCommentEnd)
    if (comment.end > 0) {
      if (comment.dropped) replace(start, comment.end, '')
      return comment.end
    }
    const tag = tags.at(start)
    if (!tag) {
      if (/^<[a-z/!?<]/i.test(text.slice(start, start + 2))) replace(start, start + 1, '&lt;')
      return start + 1
    }
    return RAW.has(tag.name) || tag.name === 'plaintext' ? readRaw(tag) : readTag(tag)
  }
  const readTag = (tag: Tag): number => {
    if (tag.name === 'form') {
      if (!tag.closing) remove('form', tag.start, tag.end)
      replace(tag.start, tag.end, '')
    } else if (!nesting.keeps(tag)) replace(tag.start, tag.end, INLINE.test(tag.name) ? '' : ' ')
    return tag.end
  }
  const readRaw = (tag: Tag): number => {
    const end = tag.closing ? null : closingOf(tag.name, tag.end)
    if (tag.name === 'script' || tag.name === 'style') {
      if (!tag.closing) remove(tag.name, tag.start, end ?? tag.end)
      replace(tag.start, end ?? tag.end, '')
    } else if (end === null && tag.name === 'iframe' && !tag.closing) replace(tag.end, tag.end, '</iframe>')
    else if (end === null) {
      const isGlued = ENTITY_BEGUN.test(text.slice(Math.max(0, tag.start - 40), tag.start))
      replace(tag.start, tag.end, isGlued ? ' ' : '')
    }
    return end ?? tag.end
  }

  for (let next = text.indexOf('<'); next >= 0; ) next = text.indexOf('<', readMarkup(next))
  if (done === 0 && pieces.length === 0) return { cleaned: source, removed }
  replace(text.length, text.length, '')
  return { cleaned: through(source, joinPieces(pieces, text.length)), removed }
}

/** The end of a comment at `start`, 0 when there is none; `dropped` for the markers that word processors leave. */
function commentEnd(text: string, start: number, lastEnd: number): { end: number; dropped: boolean } {
  if (text.startsWith('<!--', start)) {
    if (text.startsWith('<!-->', start)) return { end: start + 5, dropped: true }
    const isClosed = start + 4 <= lastEnd
    return { end: isClosed ? text.indexOf('-->', start + 4) + 3 : 0, dropped: false }
  }
  const length = markerLength(text, start)
  return { end: length > 0 ? start + length : 0, dropped: true }
}

/** Finds the end of `</name>` after an offset; remembers the names that have no more. */
function rawEnds(text: string): (name: string, from: number) => number | null {
  const none = new Set<string>()
  return (name, from) => {
    if (none.has(name) || name === 'plaintext') return null
    const pattern = new RegExp(`</${name}(?=[\\s/>])[^>]{0,200}>`, 'gi')
    pattern.lastIndex = from
    if (pattern.exec(text)) return pattern.lastIndex
    none.add(name)
    return null
  }
}

/** A text made from `source`, its map brought back to the source of `source`, in place: maps are long. */
export function through(source: MappedText, made: MappedText): MappedText {
  const { text, at } = made
  for (let index = 0; index < at.length; index++) at[index] = source.at[at[index] ?? 0] ?? 0
  return { text, at }
}
