import type { Comment, Element, ElementContent, Nodes, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Span } from '../draft.ts'
import type { MappedText } from './mapped-text.ts'
import { plainTree } from './plain-tree.ts'

/** Any node that stands in the flow of an article. */
export type HtmlNode = RootContent

/** The nodes of an HTML text, their offsets brought back to the source of the text. */
export function parseHtml(html: MappedText): HtmlNode[] {
  const nodes = plainTree(html.text) ?? fromHtml(html.text, { fragment: true }).children
  for (const node of nodes) moveOffsets(node, html.at)
  return nodes
}

function moveOffsets(node: Nodes, at: Uint32Array): void {
  if (node.position) {
    const { start, end } = node.position
    const last = at[Math.max(0, (end.offset ?? 0) - 1)] ?? 0
    start.offset = at[start.offset ?? 0] ?? 0
    end.offset = Math.min(last + 1, at[end.offset ?? 0] ?? 0)
  }
  if ('children' in node) for (const child of node.children) moveOffsets(child, at)
}

/** Every comment inside, in document order. */
export function commentsIn(nodes: readonly HtmlNode[]): Comment[] {
  return nodes.flatMap((node): Comment[] => {
    if (node.type === 'comment') return [node]
    if (node.type !== 'element') return []
    return commentsIn(node.content ? node.content.children : node.children)
  })
}

/** What a comment marks: the end of a summary, with its words, or of a page. Null for any other comment. */
export function readBreak({ value }: Comment): { code: 'more' | 'nextpage'; words: string } | null {
  const [, name, words] = /^\s{0,20}(more|nextpage)\b([\s\S]*)$/.exec(value) ?? []
  return name ? { code: name === 'more' ? 'more' : 'nextpage', words: oneLine(words ?? '') } : null
}

/** Where a node stands in the item's content, or null for one that the parser made up. */
export function spanOf(node: Nodes): Span | null {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? null : { start, end: Math.max(start, end) }
}

/** The place of both; null stands for nowhere. */
export function joinSpans(one: Span | null, other: Span | null): Span | null {
  if (!one || !other) return one ?? other
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) }
}

/** The value of an attribute by its hast property name (`dataSrc`), '' when it is empty, null when it is absent. */
export function attribute(element: Element, name: string): string | null {
  const value = element.properties[name]
  if (value === undefined || value === null || value === false) return null
  if (value === true) return ''
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** The classes of an element. */
export function classesOf(element: Element): readonly string[] {
  const names = attribute(element, 'className')
  return names ? names.split(/\s+/).filter((name) => name !== '') : NO_CLASSES
}
const NO_CLASSES: readonly string[] = []

/** One declaration of the `style` attribute, in lower case. */
export function styleOf(element: Element, property: string): string | null {
  const style = attribute(element, 'style')
  if (!style) return null
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .replace(/!important/i, '')
        .trim()
        .toLowerCase()
  }
  return null
}

/** True for an element of one of the names. */
export function isNamed(node: HtmlNode, ...names: string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName)
}

/** True for an element, of one of the names when some are given. */
export function isElement(node: HtmlNode | ElementContent, ...names: string[]): node is Element {
  return node.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** True for the empty element that stands for a shortcode in the HTML. */
export function isSlot(node: HtmlNode): boolean {
  return isElement(node, 'div') && attribute(node, 'dataChapoSlot') !== null
}

/** The first element inside, in document order, that passes. */
export function findElement(
  nodes: readonly HtmlNode[],
  test: (element: Element) => boolean,
): Element | undefined {
  return elementsIn(nodes).find(test)
}

/** Every element inside, in document order. */
export function elementsIn(nodes: readonly HtmlNode[], found: Element[] = []): Element[] {
  for (const node of nodes) {
    if (!isElement(node)) continue
    found.push(node)
    elementsIn(node.children, found)
  }
  return found
}

/** The same nodes without some elements. */
export function without(nodes: readonly HtmlNode[], isDropped: (element: Element) => boolean): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (!isElement(node)) return [node]
    if (isDropped(node)) return []
    return [{ ...node, children: without(node.children, isDropped).filter(isContent) }]
  })
}
/** True for what may stand in an element. */
export const isContent = (node: HtmlNode): node is Element['children'][number] => node.type !== 'doctype'

/** All text inside, scripts and styles left out, blocks apart by a space. */
export function textOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (!isElement(node) || isNamed(node, 'script', 'style')) return ''
      const text = textOf(node.content?.children ?? node.children)
      return isNamed(node, 'a', 'b', 'strong', 'em', 'i', 'span', 'sup', 'sub') ? text : ` ${text} `
    })
    .join('')
}

/** The text of HTML that a parser leaves unread: what stands in an `iframe`. */
export function textOfMarkup(html: string): string {
  const isNoTag = html.includes('-->') ? /<(?![a-z/]|!--)/gi : /<(?![a-z/])/gi
  const shown = html.replace(/<!--\s{0,20}more\b([^>]{0,500})-->/g, ' $1 ').replace(isNoTag, '&lt;')
  return textOf(fromHtml(shown, { fragment: true }).children)
}

/** All text inside, as it stands, a line end for each `br`: the content of `pre`. */
export function rawTextOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      return isElement(node) ? (node.tagName === 'br' ? '\n' : rawTextOf(node.children)) : ''
    })
    .join('')
}

/** Text on one line, as HTML collapses white space. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim()
}

/** `text` when it has something to read, else null: what attributes of the document want. */
export function lineOrNull(text: string | null | undefined): string | null {
  const line = oneLine(text ?? '')
  return line === '' ? null : line
}
