import type { Inline, Mark } from '../document/types.ts'
import { element } from '../html.ts'

/** Lines of text as CommonMark. What CommonMark has no sign for is HTML, which it allows. */

/** Every sign that may mean something in Markdown, wherever it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
}

/** An address between the brackets of a link. */
export function markdownAddress(href: string): string {
  const safe = href.replace(/[<>\s\\]/g, encodeURIComponent)
  return /[()]/.test(safe) ? `<${safe}>` : safe
}

const TAGS = { underline: 'u', strike: 's', code: 'code', superscript: 'sup', subscript: 'sub' } as const
const SIGNS = { bold: ['**', 'strong'], italic: ['*', 'em'] } as const

const isWordEnd = (character: string | undefined): boolean =>
  character === undefined || /[\s\p{P}\p{S}]/u.test(character)

/** Signs of emphasis where Markdown takes them for such: not next to a space inside, nor glued to a word outside. */
function emphasis(
  type: 'bold' | 'italic',
  inside: string,
  around: { before: string; after: string },
): string {
  const [sign, name] = SIGNS[type]
  const first = /^[\p{L}\p{N}]/u.test(inside) || isWordEnd(around.before.at(-1))
  const last = /[\p{L}\p{N}]$/u.test(inside) || isWordEnd(around.after.at(0))
  const isTight = /^[^\s*]/.test(inside) && /[^\s*]$/.test(inside) && !/\\$/.test(inside)
  const isApart = around.before.at(-1) !== '*' && around.after.at(0) !== '*'
  return first && last && isTight && isApart ? `${sign}${inside}${sign}` : element(name, {}, inside)
}

function marked(mark: Mark, inside: string, around: { before: string; after: string }): string {
  if (mark.type === 'link') {
    const title = mark.attrs.title === null ? '' : ` "${mark.attrs.title.replace(/["\\]/g, '\\$&')}"`
    return `[${inside}](${markdownAddress(mark.attrs.href)}${title})`
  }
  if (mark.type === 'language') return element('span', { lang: mark.attrs.lang }, inside)
  if (mark.type === 'bold' || mark.type === 'italic') return emphasis(mark.type, inside, around)
  return element(TAGS[mark.type], {}, inside)
}

function leaf(node: Inline): string {
  if (node.type === 'text') return escapeMarkdown(node.text)
  return node.type === 'footnoteRef' ? `[^${node.attrs.noteId}]` : '\\\n'
}

const same = (one: Mark | undefined, other: Mark): boolean => JSON.stringify(one) === JSON.stringify(other)
const textOf = (node: Inline | undefined): string => (node?.type === 'text' ? node.text : '')

function grouped(nodes: readonly Inline[], depth: number): string {
  let written = ''
  for (let start = 0; start < nodes.length; ) {
    const node = nodes[start]
    const mark = node?.marks?.[depth]
    let end = start + 1
    if (mark) {
      while (end < nodes.length && same(nodes[end]?.marks?.[depth], mark)) end += 1
      const around = { before: written, after: textOf(nodes[end]) }
      written += marked(mark, grouped(nodes.slice(start, end), depth + 1), around)
    } else if (node) written += leaf(node)
    start = end
  }
  return written
}

/** A line of text; a line break is a backslash at the end of a line. */
export function markdownLine(nodes: readonly Inline[] = []): string {
  return grouped(nodes, 0)
}
