import type { FootnoteRef, Inline, Mark } from '../document/types.ts'
import { element, escapeText, tag } from '../html.ts'

const NAMES = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
} as const

function marked(mark: Mark, html: string): string {
  if (mark.type === 'link') return element('a', { href: mark.attrs.href, title: mark.attrs.title }, html)
  if (mark.type === 'language') return element('span', { lang: mark.attrs.lang }, html)
  return element(NAMES[mark.type], {}, html)
}

/** A number above the line that leads to its note, in brackets to end the word before; a link holds no other link. */
function call({ attrs, marks }: FootnoteRef): string {
  const isLinked = marks?.some((mark) => mark.type === 'link')
  const number = escapeText(`[${attrs.noteId}]`)
  return `<sup>${isLinked ? number : element('a', { href: `#note-${attrs.noteId}` }, number)}</sup>`
}

/** `afterBreak`: WordPress makes a paragraph of two line breaks that look the same. */
function leaf(node: Inline, afterBreak: boolean): string {
  if (node.type === 'text') return escapeText(node.text)
  return node.type === 'footnoteRef' ? call(node) : afterBreak ? tag('br', { class: 'again' }) : '<br>'
}

const same = (one: Mark | undefined, other: Mark): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Neighbours that share a mark stand in one element. */
function grouped(nodes: readonly Inline[], depth: number): string {
  const parts: string[] = []
  for (let start = 0; start < nodes.length; ) {
    const node = nodes[start]
    const mark = node?.marks?.[depth]
    let end = start + 1
    if (mark) {
      while (end < nodes.length && same(nodes[end]?.marks?.[depth], mark)) end += 1
      parts.push(marked(mark, grouped(nodes.slice(start, end), depth + 1)))
    } else if (node) parts.push(leaf(node, nodes[start - 1]?.type === 'hardBreak'))
    start = end
  }
  return parts.join('')
}

/** A line of text as HTML. */
export function inlineHtml(nodes: readonly Inline[] = []): string {
  return grouped(nodes, 0)
}
