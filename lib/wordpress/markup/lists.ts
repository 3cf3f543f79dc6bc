import type { Element } from 'hast'
import type { DefinitionDescription, DefinitionTerm, ListItem, OrderedList } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { attribute, type HtmlNode, isElement, spanOf, styleOf } from './html.ts'
import { block, contained, idsOf, type Reader } from './reader.ts'

/** A list's items with the ids that stood on or in them. */
type Items = { items: ListItem[]; ids: string[] }

function ownIds(element: Element): string[] {
  const id = attribute(element, 'id')
  return id ? [id] : []
}

/** Items of `ul`/`ol`; a list written between items belongs to the item before it, stray text is an item. */
function readItems(nodes: readonly HtmlNode[], reader: Reader): Items {
  const items: ListItem[] = []
  const ids: string[] = []
  for (const node of nodes) {
    const isItem = isElement(node, 'li')
    const blocks = reader.blocks(isItem ? node.children : [node])
    const content = contained(blocks)
    ids.push(...(isItem ? ownIds(node) : []), ...idsOf(blocks))
    const last = items.at(-1)
    if (content.length === 0) continue
    if (last && isElement(node, 'ul', 'ol')) last.content.push(...content)
    else items.push({ type: 'listItem', content })
  }
  return { items, ids }
}

const STYLES: ReadonlyMap<string, OrderedList['attrs']['style']> = new Map(
  Object.entries({
    'lower-alpha': 'a',
    'lower-latin': 'a',
    'upper-alpha': 'A',
    'upper-latin': 'A',
    'lower-roman': 'i',
    'upper-roman': 'I',
  }),
)

function styleOfList(element: Element): OrderedList['attrs']['style'] {
  const styles = ['1', 'a', 'A', 'i', 'I'] as const
  const named = STYLES.get(styleOf(element, 'list-style-type') ?? styleOf(element, 'list-style') ?? '')
  return named ?? styles.find((style) => style === attribute(element, 'type')) ?? '1'
}

/** The number of the first item, said by the list or by the item. */
function startOfList(element: Element, length: number): number {
  const first = element.children.find((child) => isElement(child, 'li'))
  const own = first && isElement(first) ? attribute(first, 'value') : null
  const isReversed = attribute(element, 'reversed') !== null
  const start = Number(attribute(element, 'start') ?? own ?? (isReversed ? length : 1))
  return Number.isSafeInteger(start) ? start : 1
}

/** `ul`, `ol`, `menu`, `dir`. */
export function readList(element: Element, reader: Reader): DraftBlock[] {
  const { items, ids } = readItems(element.children, reader)
  if (items.length === 0) return []
  const span = spanOf(element)
  if (element.tagName !== 'ol') return [block({ type: 'bulletList', content: items }, span, ids)]
  for (const item of element.children.filter((child) => isElement(child, 'li')).slice(1)) {
    const value = isElement(item) ? attribute(item, 'value') : null
    if (value !== null) reader.flag('list-value', value, spanOf(item))
  }
  if (attribute(element, 'reversed') !== null) reader.flag('list-reversed', '', span)
  const attrs = { start: startOfList(element, items.length), style: styleOfList(element) }
  return [block({ type: 'orderedList', attrs, content: items }, span, ids)]
}

/** `dl`, whose terms and descriptions may stand in `div`s. Stray text is a description. */
export function readDefinitions(element: Element, reader: Reader): DraftBlock[] {
  const content: (DefinitionTerm | DefinitionDescription)[] = []
  const ids: string[] = []
  const addDescription = (nodes: readonly HtmlNode[]) => {
    const blocks = reader.blocks(nodes)
    ids.push(...idsOf(blocks))
    const inside = contained(blocks)
    if (inside.length > 0) content.push({ type: 'definitionDescription', content: inside })
  }
  const rows = element.children.flatMap((child) => (isElement(child, 'div') ? child.children : [child]))
  for (const row of rows) {
    if (isElement(row)) ids.push(...ownIds(row))
    if (!isElement(row)) addDescription([row])
    else if (row.tagName !== 'dt') addDescription(row.tagName === 'dd' ? row.children : [row])
    else {
      const line = reader.line(row.children)
      ids.push(...line.ids)
      if (line.content.length > 0) content.push({ type: 'definitionTerm', content: line.content })
      const others = contained(line.others)
      if (others.length > 0) content.push({ type: 'definitionDescription', content: others })
    }
  }
  return content.length > 0 ? [block({ type: 'definitionList', content }, spanOf(element), ids)] : []
}
