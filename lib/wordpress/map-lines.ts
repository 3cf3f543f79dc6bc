import type {
  Block,
  Caption,
  ContainedBlock,
  Contents,
  DefinitionList,
  Details,
  Figure,
  Inline,
  Table,
} from '../document/types.ts'
import type { DraftPart } from './draft.ts'

/** Gives the new content of one line of text. */
export type LineMap = (content: Inline[]) => Inline[]

function mapCaption<T extends { content?: [Caption] }>(node: T, map: LineMap): T {
  const caption = node.content?.[0]
  return caption ? { ...node, content: [{ ...caption, content: map(caption.content) }] } : node
}

function mapFigure(figure: Figure, map: LineMap): Figure {
  return mapCaption(figure, map)
}

function mapTable(table: Table, map: LineMap): Table {
  const content = table.content.map((child) => {
    if (child.type === 'caption') return { ...child, content: map(child.content) }
    const cells = child.content.map((cell) => ({ ...cell, content: mapContained(cell.content, map) }))
    return { ...child, content: cells }
  })
  return { ...table, content }
}

function mapDefinitions(list: DefinitionList, map: LineMap): DefinitionList {
  const content = list.content.map((child) =>
    child.type === 'definitionTerm'
      ? { ...child, content: map(child.content ?? []) }
      : { ...child, content: mapContained(child.content, map) },
  )
  return { ...list, content }
}

function mapDetails(details: Details, map: LineMap): Details {
  const content = details.content.map((child) =>
    child.type === 'detailsSummary' ? { ...child, content: map(child.content ?? []) } : mapOne(child, map),
  )
  return { ...details, content }
}

function mapContents(contents: Contents, map: LineMap): Contents {
  return {
    ...contents,
    content: contents.content.map((item) => ({ ...item, content: map(item.content ?? []) })),
  }
}

function mapContained(blocks: readonly ContainedBlock[], map: LineMap): ContainedBlock[] {
  return blocks.map((block) => mapOne(block, map))
}

function mapOne(block: ContainedBlock, map: LineMap): ContainedBlock {
  return block.type === 'subheading' ? { ...block, content: map(block.content ?? []) } : mapBlock(block, map)
}

function mapBlock(block: Block, map: LineMap): Block {
  switch (block.type) {
    case 'paragraph':
    case 'verse':
      return { ...block, content: map(block.content ?? []) }
    case 'figure':
      return mapFigure(block, map)
    case 'embed':
    case 'audio':
    case 'video':
      return mapCaption(block, map)
    case 'gallery':
      return { ...block, content: block.content.map((figure) => mapFigure(figure, map)) }
    case 'pullQuote':
      return {
        ...block,
        content: block.content.map((child) => ({ ...child, content: map(child.content ?? []) })),
      }
    case 'blockquote':
      return { ...block, content: mapContained(block.content, map) }
    case 'bulletList':
    case 'orderedList': {
      const content = block.content.map((item) => ({ ...item, content: mapContained(item.content, map) }))
      return { ...block, content }
    }
    case 'definitionList':
      return mapDefinitions(block, map)
    case 'table':
      return mapTable(block, map)
    case 'details':
      return mapDetails(block, map)
    case 'contents':
      return mapContents(block, map)
    case 'codeBlock':
    case 'separator':
    case 'legacyShortcode':
    case 'rawHtml':
      return block
  }
}

/** Changes every line of text below a part of a draft, in reading order; code is left alone. */
export function mapLines(part: DraftPart, map: LineMap): DraftPart {
  switch (part.type) {
    case 'heading':
    case 'draftStandfirst':
    case 'draftFootnote':
      return { ...part, content: map(part.content) }
    case 'draftSummary':
    case 'draftContents':
      return { ...part, items: part.items.map((item) => ({ ...item, content: map(item.content) })) }
    case 'draftCredit':
      return { ...part, credit: { ...part.credit, content: map(part.credit.content ?? []) } }
    case 'draftFurtherReading':
      return { ...part, items: part.items.map((item) => ({ ...item, content: map(item.content) })) }
    case 'draftByline':
    case 'draftSummaryLink':
      return part
    default:
      return mapBlock(part, map)
  }
}
