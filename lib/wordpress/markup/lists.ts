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

/** A number that an attribute says, null when it says none. */
function integerOf(element: Element, name: string): number | null {
  const said = attribute(element, name)?.trim() ?? ''
  const number = Number(said)
  return said !== '' && Number.isSafeInteger(number) ? number : null
}

/** Items of `ul`/`ol`; a list written between items belongs to the item before it, stray text is an item. */
function readItems({ tagName, children: nodes }: Element, reader: Reader): Items {
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
    else {
      const value = isItem && tagName === 'ol' ? integerOf(node, 'value') : null
      items.push({ type: 'listItem', attrs: { value }, content })
    }
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

/** A numbered list; what its first item says of its own number is where the list begins. */
function numbered(element: Element, items: readonly ListItem[]): OrderedList {
  const [first, ...others] = items
  const reversed = attribute(element, 'reversed') !== null
  const start = first?.attrs.value ?? integerOf(element, 'start') ?? (reversed ? items.length : 1)
  return {
    type: 'orderedList',
    attrs: { start, style: styleOfList(element), reversed },
    content: first ? [{ ...first, attrs: { value: null } }, ...others] : [],
  }
}

/** `ul`, `ol`, `menu`, `dir`. */
export function readList(element: Element, reader: Reader): DraftBlock[] {
  const { items, ids } = readItems(element, reader)
  if (items.length === 0) return []
  const list =
    element.tagName === 'ol' ? numbered(element, items) : { type: 'bulletList' as const, content: items }
  return [block(list, spanOf(element), ids)]
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
