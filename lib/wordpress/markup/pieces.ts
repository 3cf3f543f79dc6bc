import type { Piece } from './mapped-text.ts'
import { isPhrase as isBuilderPhrase, isCode, isKnown, isLayout, isTheme } from './names.ts'
import { openTags } from './tags.ts'
import type { Shortcode, TreeNode, VoidBlock } from './tree.ts'

/**
 * How a shortcode stands, by its number and id, in the text that is read next; `text` writes it as words there.
 * `ending` gives a text that another piece follows: nothing it leaves open may swallow that piece.
 */
export type Notation = {
  slot: (number: number, id: string) => string
  text: (source: string) => string
  ending: (piece: Piece) => Piece[]
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** A text whose unterminated tags are words. */
function withoutOpenTags({ text, start }: Piece): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const open of openTags(text)) {
    pieces.push({ text: text.slice(from, open), start: start + from })
    pieces.push({ text: '&lt;', start: start + open, fixed: true })
    from = open + 1
  }
  return [...pieces, { text: text.slice(from), start: start + from }]
}

/** In HTML: an empty block, which ends a paragraph. */
export const HTML: Notation = {
  slot: (number, id) => `\n\n<div data-chapo-slot="${number}" id="${escapeHtml(id)}"></div>\n\n`,
  text: escapeHtml,
  ending: withoutOpenTags,
}

/** In text without mark-up: a line of its own. */
export const LINES: Notation = {
  slot: (number) => `\n\ue000${number}\ue001\n`,
  text: (source) => source,
  ending: (piece) => [piece],
}

/** Text that reads on from the line before or goes on after, mark-up left out. */
const blank = (line: string): boolean =>
  line
    .slice(-2000)
    .replace(/<[^<>]{0,500}>|&nbsp;/g, '')
    .trim() === ''

function isAlone(nodes: readonly TreeNode[], index: number): boolean {
  const before = nodes[index - 1]
  const after = nodes[index + 1]
  const start = before?.kind === 'text' ? (before.text.split('\n').at(-1) ?? '') : ''
  const end = after?.kind === 'text' ? (after.text.split('\n', 1)[0] ?? '') : ''
  return blank(start) && blank(end.slice(0, 2000))
}

/** True for content that is only a phrase: nothing to read as blocks, no entity that would stay encoded. */
const isPhrase = (shortcode: Shortcode, content: string): boolean =>
  shortcode.end - shortcode.start < 2000 &&
  shortcode.children.every((child) => child.kind === 'text') &&
  !/\n\s*\n|<(?:p|div|img|h[1-6]|ul|ol|table|figure|blockquote|iframe)\b|&#?\w+;/i.test(
    content.slice(shortcode.start, shortcode.end),
  )

/**
 * The pieces of text that stand for nodes of a shortcode tree. `wait` puts a node aside under a number. One
 * that nobody knows is put aside when it stands alone, and else stays in its sentence as it is written, which `keep`
 * is told; around blocks, only its tags are.
 */
export function piecesOf(
  nodes: readonly TreeNode[],
  content: string,
  notation: Notation,
  wait: (node: Shortcode | VoidBlock) => number,
  keep: (shortcode: Shortcode) => void,
): Piece[] {
  const put = (shortcode: Shortcode): Piece => ({
    text: notation.slot(wait(shortcode), shortcode.attributes.named.el_id ?? ''),
    start: shortcode.start,
    fixed: true,
  })
  return nodes.flatMap((node, index): Piece[] => {
    if (node.kind === 'text' && isRewritten(node, content))
      return [{ text: node.text, start: node.start, fixed: true }]
    if (node.kind === 'text') return index < nodes.length - 1 ? notation.ending(node) : [node]
    if (node.kind === 'block')
      return [{ text: notation.slot(wait(node), ''), start: node.start, fixed: true }]
    if (isBuilderPhrase(node.name)) return piecesOf(node.children, content, notation, wait, keep)
    if (isKnown(node.name) || isLayout(node.name) || ((isTheme(node.name) || isCode(node.name)) && node.body))
      return [put(node)]
    const alone = isAlone(nodes, index)
    if (alone && (!node.body || isPhrase(node, content))) return [put(node)]
    if (!alone) keep(node)
    const write = (start: number, end: number): Piece[] =>
      alone
        ? [put({ ...node, start, end, body: null, children: [] })]
        : [{ text: notation.text(content.slice(start, end)), start, fixed: true }]
    if (!node.body) return write(node.start, node.end)
    const inside = piecesOf(node.children, content, notation, wait, keep)
    return [...write(node.start, node.body.start), ...inside, ...write(node.body.end, node.end)]
  })
}

const isRewritten = (node: { start: number; end: number; text: string }, content: string): boolean =>
  content.slice(node.start, node.end) !== node.text
