import { runsWithLetters } from './letters.ts'
import type { AnyNode, Document, LegacyShortcode } from './types.ts'

/** Words a minute of an adult reading French on a screen (Brysbaert 2019 gives 238 for silent reading of prose). */
const WORDS_PER_MINUTE = 230

const INLINE = new Set(['text', 'hardBreak', 'footnoteRef'])

function childrenOf(node: AnyNode): AnyNode[] {
  return 'content' in node && node.content ? node.content : []
}

/** A block of the editor that only WordPress can fill is kept as its comment, which says nothing to a reader. */
export const isSilent = ({ attrs }: LegacyShortcode): boolean => attrs.raw.startsWith('<!--')

/** Words that stand in attributes: they are part of what the reader sees. */
function attributeText(node: AnyNode): string[] {
  switch (node.type) {
    case 'summary':
      return [node.attrs.title, node.attrs.hint, node.attrs.linkLabel].filter((line) => line !== null)
    case 'summaryItem':
      return node.attrs.hashtag ? [node.attrs.hashtag] : []
    case 'furtherReading':
    case 'contents':
    case 'audio':
    case 'video':
      return node.attrs.title ? [node.attrs.title] : []
    case 'embed':
      return [node.attrs.title, node.attrs.fallback].filter((line) => line !== null)
    case 'legacyShortcode':
      return isSilent(node) ? [] : [node.attrs.raw]
    case 'rawHtml':
      return [node.attrs.html.replace(/<[^>]{0,10000}>/g, ' ')]
    default:
      return []
  }
}

/** What stands in a line for the call of a note. */
type CallText = (noteId: string) => string
const NOTHING: CallText = () => ''

/** The text of one node's own line, marks dropped. */
function inlineText(nodes: AnyNode[], call: CallText): string {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.text
    else if (node.type === 'hardBreak') text += '\n'
    else if (node.type === 'footnoteRef') text += call(node.attrs.noteId)
  }
  return text
}

/**
 * One line per block of text, in reading order, behind `lines`; a call of a note is nothing to read unless `call` says
 * what.
 */
export function textLines(node: AnyNode, call: CallText = NOTHING, lines: string[] = []): string[] {
  const children = childrenOf(node)
  for (const line of attributeText(node)) addLine(line, lines)
  const first = children[0]
  if (first && INLINE.has(first.type)) addLine(inlineText(children, call), lines)
  else for (const child of children) textLines(child, call, lines)
  if (node.type === 'pullQuote' || node.type === 'blockquote') addLine(node.attrs.attribution ?? '', lines)
  return lines
}

function addLine(line: string, lines: string[]): void {
  if (/\S/u.test(line)) lines.push(line)
}

/** Every word of the document that a reader can see, one block a line. */
export function plainText(document: Document): string {
  return textLines(document).join('\n')
}

/** Words as a reader counts them: runs between white space that hold a letter or a digit. */
export const wordCount = runsWithLetters

/** Whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE))
}

/** At most `limit` characters, cut between words, with an ellipsis when something is left out. */
export function shorten(text: string, limit: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length <= limit) return flat
  const cut = flat.slice(0, limit - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')}…`
}

/** The end of a sentence, after a word and not after an initial, before another. */
const SENTENCE_END = /[\p{Ll}\p{N}»”’)]{2} ?[.!?…]{1,3}(?: ?[»”)])?(?= [^\p{Ll}])/gu

/** The first sentences, whole, when they make up half of `limit` characters or more; else its first words. */
export function firstSentences(text: string, limit: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length <= limit) return flat
  const ends = [...flat.slice(0, limit + 2).matchAll(SENTENCE_END)].map((end) => end.index + end[0].length)
  const last = ends.findLast((end) => end <= limit && end >= limit / 2)
  return last === undefined ? shorten(flat, limit) : flat.slice(0, last)
}

/**
 * A short description: the standfirst, else the first paragraph of prose; never a caption, a byline, the link to
 * the summary or a note, none of which are paragraphs of the document.
 */
export function excerpt(document: Document, limit = 280): string {
  const standfirst = document.content.find((part) => part.type === 'standfirst')
  if (standfirst) return shorten(textLines(standfirst).join(' '), limit)
  const blocks = document.content.flatMap((part): AnyNode[] =>
    part.type === 'section' ? part.content : [part],
  )
  const paragraph = blocks.find(
    (block) => block.type === 'paragraph' && inlineText(childrenOf(block), NOTHING).trim() !== '',
  )
  return paragraph ? shorten(textLines(paragraph).join(' '), limit) : ''
}
