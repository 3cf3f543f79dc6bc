import type { Inline, Paragraph, TextAlign } from '../../document/types.ts'
import type { DraftBlock, DraftPart, Span } from '../draft.ts'
import { joinSpans } from './html.ts'
import { hasText, normalLine } from './inline.ts'
import { paragraphParts } from './paragraph.ts'
import { block, type Reader } from './reader.ts'

/**
 * Blocks as they come in reading order. Text gathers in the current line until a block ends it; a picture never
 * breaks a line: it stands before the paragraph that it leads, else after it. Ids wait for the block they stand on.
 */
export type Flow = {
  text: (node: Inline, span: Span | null) => void
  picture: (part: DraftPart, span: Span | null) => void
  id: (id: string) => void
  align: (align: TextAlign) => void
  /** Ends the current line. */
  end: () => void
  push: (blocks: readonly DraftBlock[]) => void
  /** True when the line has something to read so far. */
  hasText: () => boolean
  size: () => number
  /** Ends the flow and gives its blocks. */
  close: () => DraftBlock[]
}

/** An empty flow. */
export function openFlow(reader: Reader): Flow {
  const blocks: DraftBlock[] = []
  let line: Inline[] = []
  let span: Span | null = null
  let ids: string[] = []
  let align: TextAlign = null
  let after: { block: DraftBlock; textBefore: number }[] = []
  let readable = false

  const add = (added: DraftBlock) => {
    blocks.push({ ...added, ids: [...new Set([...ids, ...added.ids])] })
    ids = []
  }
  const flagLifted = () => {
    const lastText = line.findLastIndex((node) => hasText([node]))
    for (const lifted of after)
      if (lifted.textBefore <= lastText) reader.flag('image-lifted', '', lifted.block.span)
  }
  const end = () => {
    const content = normalLine(line)
    if (after.length > 0) flagLifted()
    const lifted = after
    const place = span
    line = []
    span = null
    after = []
    readable = false
    if (content.length > 0) {
      const paragraph: Paragraph = { type: 'paragraph', attrs: { align }, content }
      for (const part of paragraphParts(paragraph, reader, place)) add(block(part, place))
    }
    for (const { block: figure } of lifted) add(figure)
  }
  return {
    text: (node, place) => {
      line.push(node)
      span = joinSpans(span, place)
      readable = readable || hasText([node])
    },
    picture: (part, place) => {
      if (readable) after.push({ block: block(part, place), textBefore: line.length })
      else add(block(part, place))
    },
    id: (id) => {
      if (!ids.includes(id)) ids.push(id)
    },
    align: (value) => {
      align = value
    },
    end,
    push: (added) => {
      end()
      for (const one of added) add(one)
    },
    hasText: () => readable,
    size: () => blocks.length + after.length,
    close: () => {
      end()
      const last = blocks.at(-1)
      if (last) last.ids.push(...ids)
      return blocks
    },
  }
}
