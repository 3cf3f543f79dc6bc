import type { Inline, Mark, Paragraph, PullQuote } from '../../document/types.ts'
import type { Draft, DraftBlock, Flag } from '../draft.ts'
import {
  hrefsOf,
  isAllMarked,
  joinLines,
  sliceInline,
  splitLines,
  textOf,
  trimInline,
  withoutMarks,
} from '../inline.ts'
import { fullNames, splitNames } from '../people.ts'
import { flag, type Pass, paragraph, turned } from './block.ts'

const MAX_LENGTH = 340
const MIN_LENGTH = 12
const CLOSING: Record<string, string> = { '"': '"', '“': '”', '«': '»' }
const SHARE =
  /^https?:\/\/(?:www\.)?(?:(?:twitter|x)\.com\/(?:intent|share)|(?:www\.)?facebook\.com\/(?:sharer|dialog)|(?:www\.)?linkedin\.com\/share)/iu

/** The quote without its marks, and who said it; null when the text is not wholly one quote. */
export type ReadQuote = { start: number; end: number; attribution: string | null }

/** A mark closes the quote that it opened: no part of the text inside stands outside quotation marks. */
function isOneQuote(inner: string, opening: string): boolean {
  if (opening !== '"') {
    const closing = CLOSING[opening] ?? ''
    const open = inner.split(opening).length
    return open === inner.split(closing).length && inner.indexOf(closing) >= inner.indexOf(opening)
  }
  const marks = [...inner.matchAll(/"/gu)]
  return (
    marks.length % 2 === 0 &&
    marks.every((mark, index) => {
      const opens = /^$|[\s(’']/u.test(inner.charAt(mark.index - 1))
      return index % 2 === 0 ? opens : !opens
    })
  )
}

/** Reads « … », “…” or "…" that is the whole text but for a name behind a dash, in brackets, or a full name right behind. */
export function readQuote(text: string): ReadQuote | null {
  const opening = text.charAt(0)
  const closing = CLOSING[opening]
  const end = closing ? text.lastIndexOf(closing) : -1
  if (end < 1 || text.length > MAX_LENGTH || !isOneQuote(text.slice(1, end), opening)) return null
  const rest = text.slice(end + 1).trim()
  if (rest === '' || rest === '.') return { start: 1, end, attribution: null }
  const behind = /^([–—-]\s*|,\s*|\(|)([^()]{2,80}?)\)?\.?$/u.exec(rest)
  const attribution = behind?.[2]?.trim() ?? ''
  const names = splitNames(attribution.split(/,\s/u)[0] ?? '')
  const isSigned = behind?.[1] !== '' || fullNames(attribution.split(/,\s/u)[0] ?? '') !== null
  return names && isSigned ? { start: 1, end, attribution } : null
}

/** A link that only shares the quote is the old theme's button. */
const isShare = (mark: Mark): boolean => mark.type === 'link' && SHARE.test(mark.attrs.href)

function quoteOf(block: DraftBlock): { content: Inline[]; quoted: boolean } | null {
  const { part } = block
  if (part.type === 'paragraph') return { content: part.content ?? [], quoted: false }
  if (part.type !== 'blockquote') return null
  const [only, name, ...rest] = part.content
  const isSigned = name?.type === 'paragraph' && /^[–—-]\s/u.test(textOf(name.content)) && rest.length === 0
  if (only?.type === 'paragraph' && isSigned)
    return { content: joinLines([only.content ?? [], name.content ?? []]), quoted: true }
  const more = [name, ...rest].filter((child) => child !== undefined)
  return only?.type === 'paragraph' && more.length === 0
    ? { content: only.content ?? [], quoted: true }
    : null
}

function pullQuote(content: Inline[], { start, end, attribution }: ReadQuote): PullQuote {
  const inner = trimInline(sliceInline(content, start, end))
  const text: Paragraph = paragraph(
    withoutMarks(inner, (mark) => mark.type === 'bold' || mark.type === 'italic'),
  )
  return { type: 'pullQuote', attrs: { attribution }, content: [text] }
}

function shareFlags(block: DraftBlock, content: readonly Inline[]): Flag[] {
  const hrefs = [...new Set(hrefsOf(content).filter((href) => SHARE.test(href)))]
  return hrefs.map((href) => flag('removed:share-link', href, null, block.span))
}

type Found = { read: ReadQuote; content: Inline[]; source: Inline[]; quoted: boolean; set: boolean }

function find(block: DraftBlock): Found | null {
  const source = quoteOf(block)
  if (!source) return null
  const content = trimInline(withoutMarks(source.content, isShare))
  const read = splitLines(content).length <= 2 ? readQuote(textOf(content).replace(/\n/gu, ' ')) : null
  if (!read) return null
  const named = block.part.type === 'blockquote' ? block.part.attrs.attribution : null
  return {
    read: { ...read, attribution: read.attribution ?? named },
    content,
    source: source.content,
    quoted: source.quoted,
    set: isAllMarked(content, 'bold') || isAllMarked(content, 'italic'),
  }
}

/** How sure it is: a block quote or a name says so; a bare line must stand alone, in stripped text or set apart. */
function confidenceOf(found: Found, alone: boolean, first: boolean, stripped: boolean): number {
  if (textOf(found.content).length < MIN_LENGTH) return 0
  if (found.quoted || found.read.attribution) return 0.95
  return alone && !first && (stripped || found.set) ? 0.8 : 0
}

/**
 * A short paragraph or block quote that is wholly in quotation marks. Without a name, two in a row are a dialogue and a
 * first paragraph is a motto: both stay as they are.
 */
export const findPullQuotes: Pass = (draft: Draft, { stripped }) => {
  const found = draft.blocks.map(find)
  const flags: Flag[] = []
  const blocks = draft.blocks.map((block, index) => {
    const quote = found[index]
    const alone = !found[index - 1] && !found[index + 1]
    const confidence = quote ? confidenceOf(quote, alone, index === 0 && found.length > 1, stripped) : 0
    if (!quote || confidence === 0) return block
    flags.push(...shareFlags(block, quote.source))
    return turned(block, pullQuote(quote.content, quote.read), confidence)
  })
  return { blocks, flags: [...draft.flags, ...flags] }
}
