import type { Element } from 'hast'
import type { Details, Inline } from '../../document/types.ts'
import { isAnchor } from '../../document/validate.ts'
import type { DraftBlock, DraftHeading } from '../draft.ts'
import { attribute, classesOf, findElement, isElement, spanOf, without } from './html.ts'
import { block, contained, idsOf, type Reader } from './reader.ts'

/** A heading of the source; `h1` is the article's own title, so the first level inside is 2. */
export function headingOf(level: number, content: Inline[]): DraftHeading {
  const inside = Math.min(6, Math.max(2, level))
  return { type: 'heading', level: inside, kind: 'section', timecode: null, ordinal: null, content }
}

/** `h1` to `h6`; what is not text stands after the heading. One without words is nothing. */
export function readHeading(element: Element, reader: Reader): DraftBlock[] {
  const line = reader.line(element.children.map(withButtonsAsWords))
  if (line.content.length === 0) return line.others
  const heading = headingOf(Number(element.tagName.slice(1)), line.content)
  return [block(heading, spanOf(element), line.ids), ...line.others]
}

/** The button of an accordion's heading only folds what follows: its words are the heading. */
function withButtonsAsWords(node: Element['children'][number]): Element['children'][number] {
  if (!isElement(node)) return node
  const tagName = node.tagName === 'button' ? 'span' : node.tagName
  return { ...node, tagName, children: node.children.map(withButtonsAsWords) }
}

/** A text that opens under its title; `anchor` only when it is one that the document may store. */
export function detailsOf(summary: Inline[], blocks: readonly DraftBlock[], anchor: string | null): Details {
  return {
    type: 'details',
    attrs: { anchor: isAnchor(anchor) ? anchor : null },
    content: [
      summary.length > 0 ? { type: 'detailsSummary', content: summary } : { type: 'detailsSummary' },
      ...contained(blocks),
    ],
  }
}

/** `details`. */
export function readDetails(element: Element, reader: Reader): DraftBlock[] {
  const summary = element.children.find((child) => isElement(child, 'summary'))
  const line = isElement(summary ?? element, 'summary') && summary ? lineOfSummary(summary, reader) : null
  const blocks = [
    ...(line?.others ?? []),
    ...reader.blocks(element.children.filter((child) => child !== summary)),
  ]
  const details = detailsOf(line?.content ?? [], blocks, attribute(element, 'id'))
  return [block(details, spanOf(element), [...(line?.ids ?? []), ...idsOf(blocks)])]
}

const hasClass = (ending: string) => (element: Element) =>
  classesOf(element).includes(`wp-block-accordion-${ending}`)

/** An item of the block editor's accordion: its heading is a button, its panel opens below. */
export function readAccordionItem(element: Element, reader: Reader): DraftBlock[] {
  const title = findElement(element.children, hasClass('heading__toggle-title'))
  const heading = findElement(element.children, hasClass('heading'))
  if (!title || !heading) return reader.blocks(element.children)
  const line = reader.line(title.children)
  const blocks = reader.blocks(without(element.children, (inner) => inner === heading))
  const id = attribute(element, 'id') ?? attribute(heading, 'id')
  const details = detailsOf(line.content, [...line.others, ...blocks], id)
  return [block(details, spanOf(element), [...line.ids, ...(id ? [id] : []), ...idsOf(blocks)])]
}

function lineOfSummary(node: Element['children'][number], reader: Reader) {
  return isElement(node) ? reader.line(node.children) : null
}
