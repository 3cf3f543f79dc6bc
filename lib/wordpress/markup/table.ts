import type { Element } from 'hast'
import type { Caption, ContainedBlock, TableCell, TableRow } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { attribute, elementsIn, isElement, spanOf } from './html.ts'
import { block, contained, idsOf, type Reader } from './reader.ts'

/** The elements of a table that are its own, not those of a table in one of its cells. */
function ownElements(element: Element, ...names: string[]): Element[] {
  return element.children.flatMap((child): Element[] => {
    if (!isElement(child) || isElement(child, 'table')) return []
    return isElement(child, ...names) ? [child] : ownElements(child, ...names)
  })
}

/** Cells in a row or column of their own, or a table said to be one, only place what they hold. */
function isLayoutTable(element: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(element, 'role') ?? '')) return true
  if (ownElements(element, 'th', 'caption').length > 0) return false
  const cells = ownElements(element, 'td')
  if (cells.length <= 1) return true
  const holdsBlocks = cells.some((cell) =>
    elementsIn(cell.children).some((inner) =>
      /^(?:img|figure|iframe|h[1-6]|video|audio)$/.test(inner.tagName),
    ),
  )
  return ownElements(element, 'tr').length === 1 && holdsBlocks
}

function count(value: string | null): number {
  const number = Number(value ?? 1)
  return Number.isSafeInteger(number) && number >= 1 && number <= 1000 ? number : 1
}

function readCell(cell: Element, isHead: boolean, reader: Reader, ids: string[]): TableCell {
  const blocks = reader.blocks(cell.children)
  const id = attribute(cell, 'id')
  ids.push(...(id ? [id] : []), ...idsOf(blocks))
  const content = contained(blocks)
  const empty: ContainedBlock = { type: 'paragraph', attrs: { align: null } }
  return {
    type: cell.tagName === 'th' || isHead ? 'tableHeader' : 'tableCell',
    attrs: { colspan: count(attribute(cell, 'colSpan')), rowspan: count(attribute(cell, 'rowSpan')) },
    content: content.length > 0 ? content : [empty],
  }
}

/** Rows with cells, those of a `tfoot` last, wherever it stands; the cells of a `thead` are headings. */
function readRows(element: Element, reader: Reader, ids: string[]): TableRow[] {
  const parts = ownElements(element, 'thead', 'tfoot', 'tr')
  const isFoot = (part: Element) => part.tagName === 'tfoot'
  const ordered = [...parts.filter((part) => !isFoot(part)), ...parts.filter(isFoot)]
  return ordered.flatMap((part) => {
    const rows = part.tagName === 'tr' ? [part] : ownElements(part, 'tr')
    return rows.flatMap((row): TableRow[] => {
      const cells = ownElements(row, 'td', 'th')
      const content = cells.map((cell) => readCell(cell, part.tagName === 'thead', reader, ids))
      return content.length > 0 ? [{ type: 'tableRow', attrs: { foot: isFoot(part) }, content }] : []
    })
  })
}

/** `table`. One that only lays out its cells gives their blocks. */
export function readTable(element: Element, reader: Reader): DraftBlock[] {
  if (isLayoutTable(element))
    return ownElements(element, 'td').flatMap((cell) => reader.blocks(cell.children))
  const ids: string[] = []
  const rows = readRows(element, reader, ids)
  const captionElement = ownElements(element, 'caption')[0]
  const line = captionElement ? reader.line(captionElement.children) : null
  const others = line?.others ?? []
  if (rows.length === 0) return [...(captionElement ? reader.blocks(captionElement.children) : [])]
  const caption: Caption[] =
    line && line.content.length > 0 ? [{ type: 'caption', content: line.content }] : []
  return [
    ...others,
    block({ type: 'table', content: [...caption, ...rows] }, spanOf(element), [...ids, ...(line?.ids ?? [])]),
  ]
}
