import type { Tag } from './tags.ts'

/** Deeper elements lose their tags and keep their words: no article needs more, and parsers recurse. */
export const MAX_NESTING = 40

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'.split(
    ' ',
  ),
)
const BLOCKS = ['div', 'blockquote', 'section', 'article', 'aside', 'figure', 'details', 'td', 'th', 'table']

/** Elements that a sibling of the same name closes, with the elements that keep them apart. */
const IMPLIED_END: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    p: [...BLOCKS, 'li', 'dd'],
    li: [...BLOCKS, 'ul', 'ol', 'menu'],
    dt: [...BLOCKS, 'dl'],
    dd: [...BLOCKS, 'dl'],
    tr: ['table'],
    td: ['table', 'tr'],
    th: ['table', 'tr'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    option: ['select'],
  }),
)

/** Formatting elements that are never closed come back in every paragraph after them (HTML, 13.2.4.3). */
const FORMATTING = new Set('b big code em font i nobr s small strike strong tt u'.split(' '))

/**
 * Follows the tags of a text in order and says of each whether to keep it. Tags of elements nested deeper than
 * `MAX_NESTING` are dropped, opening and closing alike.
 */
export function nesting(): (tag: Tag) => boolean {
  const open: string[] = []
  const formatting: string[] = []
  const dropped = new Map<string, number>()
  const isForeign = () => open.includes('svg') || open.includes('math')

  const closeImplied = (name: string) => {
    const stops = IMPLIED_END.get(name)
    if (!stops) return
    for (let i = open.length - 1; i >= 0; i--) {
      const other = open[i] ?? ''
      if (other === name) open.length = i
      if (other === name || stops.includes(other)) return
    }
  }
  const openTag = (tag: Tag): boolean => {
    if (VOID.has(tag.name) || (tag.selfClosing && isForeign())) return true
    closeImplied(tag.name)
    const isFormatting = FORMATTING.has(tag.name)
    if (open.length < MAX_NESTING && !(isFormatting && formatting.length >= MAX_NESTING)) {
      open.push(tag.name)
      if (isFormatting) formatting.push(tag.name)
      return true
    }
    dropped.set(tag.name, (dropped.get(tag.name) ?? 0) + 1)
    return false
  }
  const closeTag = (name: string): boolean => {
    const skipped = dropped.get(name) ?? 0
    if (skipped > 0) {
      dropped.set(name, skipped - 1)
      return false
    }
    const index = open.lastIndexOf(name)
    if (index >= 0) open.length = index
    const active = formatting.lastIndexOf(name)
    if (active >= 0) formatting.splice(active, 1)
    return true
  }
  return (tag) => (tag.closing ? closeTag(tag.name) : openTag(tag))
}
