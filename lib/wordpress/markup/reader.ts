import type { ContainedBlock, Inline } from '../../document/types.ts'
import type { ConvertContext, DraftBlock, DraftPart, Span } from '../draft.ts'
import type { HtmlNode } from './html.ts'

/** One line of text, and what cannot stand in a line (a picture in a heading). */
export type Line = { content: Inline[]; others: DraftBlock[]; ids: string[] }

/** What the readers of elements and shortcodes share: the context, the flags raised, and the way back inside. */
export type Reader = {
  context: ConvertContext
  itemId: number
  /** Addresses that some text or picture leads to. */
  links: Set<string>
  /** Addresses of the pictures and players read so far. */
  shown: Set<string>
  /** What abbreviations stand for, of those read so far. */
  explained: Set<string>
  flag: (code: string, detail: string, span: Span | null) => void
  /** Blocks of nodes in flow. */
  blocks: (nodes: readonly HtmlNode[]) => DraftBlock[]
  /** Nodes as one line: paragraphs inside are joined with line breaks. */
  line: (nodes: readonly HtmlNode[]) => Line
}

/** A block as the mark-up says it. */
export function block(part: DraftPart, span: Span | null, ids: string[] = []): DraftBlock {
  return { part, span: span ?? { start: 0, end: 0 }, confidence: 1, ids }
}

/** Parts that may stand in a container; a heading becomes a subheading. */
export function contained(blocks: readonly DraftBlock[]): ContainedBlock[] {
  return blocks.flatMap(({ part }): ContainedBlock[] => {
    switch (part.type) {
      case 'heading':
        return [{ type: 'subheading', attrs: { level: part.level }, content: part.content }]
      case 'draftByline':
      case 'draftStandfirst':
      case 'draftSummary':
      case 'draftSummaryLink':
      case 'draftContents':
      case 'draftFootnote':
      case 'draftCredit':
      case 'draftFurtherReading':
      case 'contents':
        return []
      default:
        return [part]
    }
  })
}

/** The ids of blocks that go into one container. */
export function idsOf(blocks: readonly DraftBlock[]): string[] {
  return blocks.flatMap((inner) => inner.ids)
}
