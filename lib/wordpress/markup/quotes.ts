import type { Element } from 'hast'
import type { Inline, Paragraph } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import {
  attribute,
  classesOf,
  findElement,
  type HtmlNode,
  isElement,
  isNamed,
  lineOrNull,
  spanOf,
  textOf,
} from './html.ts'
import { lineText } from './inline.ts'
import { block, contained, idsOf, type Reader } from './reader.ts'

/** True for mark-up that says it is a pull quote: the block editor's, and the class of many themes. */
export function isPullQuote(element: Element): boolean {
  return classesOf(element).some((name) => /^(?:wp-block-)?pull-?quote(?:-|$)/.test(name))
}

/** True for a line of its own that names who is quoted. */
function isAttribution(node: HtmlNode): boolean {
  if (isNamed(node, 'cite', 'footer')) return true
  if (!isElement(node, 'p')) return false
  const inside = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const only = inside[0]
  return inside.length === 1 && only !== undefined && isNamed(only, 'cite')
}

const isBlank = (node: HtmlNode): boolean => node.type === 'text' && node.value.trim() === ''

/** The same nodes with a `cite` that ends their last paragraph after a full sentence taken out of it. */
function citeApart(nodes: readonly HtmlNode[]): HtmlNode[] {
  const at = nodes.findLastIndex((node) => !isBlank(node))
  const last = nodes[at]
  if (!last || !isElement(last, 'p')) return [...nodes]
  const place = last.children.findLastIndex((child) => !isBlank(child))
  const cite = last.children[place]
  const before = last.children.slice(0, place)
  const isApart = /[.!?…»”"–—-]\s*$/.test(textOf(before)) || before.some((child) => isNamed(child, 'br'))
  if (!cite || !isNamed(cite, 'cite') || !isApart) return [...nodes]
  const quoted = before.map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replace(/\s+[-–—]\s*$/, '') } : child,
  )
  return [...nodes.slice(0, at), { ...last, children: quoted }, cite]
}

/** Quoted nodes and the name that stands apart from them; a link on the name is kept in a flag. */
function splitAttribution(
  nodes: readonly HtmlNode[],
  reader: Reader,
): { quoted: HtmlNode[]; attribution: string | null } {
  const apart = citeApart(nodes)
  const names = apart.filter(isAttribution)
  const quoted = apart.filter((node) => !isAttribution(node))
  const link = findElement(names, (inner) => isElement(inner, 'a'))
  if (link) reader.flag('link-dropped', attribute(link, 'href') ?? '', spanOf(link))
  const line = reader.line(names)
  const attribution = lineOrNull(lineText(line.content).replace(/^\s*[-–—]\s+/, ''))
  return { quoted, attribution }
}

/** `blockquote`. */
export function readQuote(element: Element, reader: Reader): DraftBlock[] {
  if (isPullQuote(element)) return readPullQuote(element, reader)
  const { quoted, attribution } = splitAttribution(element.children, reader)
  const blocks = reader.blocks(quoted)
  const content = contained(blocks)
  if (content.length === 0) return attribution ? reader.blocks(element.children) : []
  return [block({ type: 'blockquote', attrs: { attribution }, content }, spanOf(element), idsOf(blocks))]
}

/** A pull quote in a `figure`, `aside`, `blockquote` or `div`; what is not text stands after it. */
export function readPullQuote(element: Element, reader: Reader): DraftBlock[] {
  const inner = findElement(element.children, (child) => isElement(child, 'blockquote'))
  const nodes = inner
    ? element.children.flatMap((child): HtmlNode[] => (child === inner ? inner.children : [child]))
    : element.children
  const { quoted, attribution } = splitAttribution(nodes, reader)
  const blocks = reader.blocks(quoted)
  const parts = blocks.map(({ part }) => part)
  const paragraphs = parts.filter((part) => part.type === 'paragraph')
  if (paragraphs.length === 0) return reader.blocks(nodes)
  const others = blocks.filter(({ part }) => part.type !== 'paragraph')
  const quote = {
    type: 'pullQuote' as const,
    attrs: { attribution },
    content: withoutQuotationMarks(paragraphs),
  }
  return [block(quote, spanOf(element), idsOf(blocks)), ...others]
}

const OPENING = /^[«“"„]\s*/
const CLOSING = /\s*[»”"]$/

/** The paragraphs without the quotation marks around them all; marks inside stay. */
function withoutQuotationMarks(paragraphs: readonly Paragraph[]): Paragraph[] {
  const all = paragraphs.map((paragraph) => lineText(paragraph.content ?? [])).join('\n')
  if (!OPENING.test(all) || !CLOSING.test(all)) return [...paragraphs]
  const last = paragraphs.length - 1
  return paragraphs.map((paragraph, index) => {
    const content = (paragraph.content ?? []).map((node, place, line): Inline => {
      if (node.type !== 'text') return node
      const opened = index === 0 && place === 0 ? node.text.replace(OPENING, '') : node.text
      const isEnd = index === last && place === line.length - 1
      return { ...node, text: isEnd ? opened.replace(CLOSING, '') : opened }
    })
    return { ...paragraph, content: content.filter((node) => node.type !== 'text' || node.text !== '') }
  })
}
