import type { Inline, Paragraph } from '../../document/types.ts'
import type { ArticleKind, Draft, DraftBlock, DraftPart, Flag, Span } from '../draft.ts'
import { sliceInline, textOf, trimInline } from '../inline.ts'

/** What a pass may know beside the draft. */
export type Facts = {
  /** The source lost its tags: structure must be inferred from the text. */
  stripped: boolean
  kind: ArticleKind | null
  /** Local day of publication, YYYY-MM-DD; '' when unknown. */
  published: string
  /** The source's own text, which the spans of the blocks point into. */
  source: string
  /** The excerpt as plain text, '' when the source has none. */
  excerpt: string
  /** Full names found in the title. */
  people: readonly string[]
  /** Notes that the source keeps beside the text (block editor), by the id that their calls lead to. */
  notes: readonly { id: string; content: Inline[] }[]
}

/** A step of the structure: each gives a new draft and leaves what it is not sure of as text. */
export type Pass = (draft: Draft, facts: Facts) => Draft

export function paragraph(content: Inline[]): Paragraph {
  return { type: 'paragraph', attrs: { align: null }, content }
}

/** The inline content of a paragraph or heading; null for every other block. */
export function contentOf(block: DraftBlock | undefined): Inline[] | null {
  if (block?.part.type !== 'paragraph' && block?.part.type !== 'heading') return null
  return block.part.content ?? []
}

/** The line that a paragraph or heading shows; '' for every other block. */
export function lineOf(block: DraftBlock | undefined): string {
  return textOf(contentOf(block) ?? []).trim()
}

/** The same place and ids, another part; a doubt never becomes more certain. */
export function turned(block: DraftBlock, part: DraftPart, confidence = 1): DraftBlock {
  return { ...block, part, confidence: Math.min(block.confidence, confidence) }
}

function subSpan({ span }: DraftBlock, text: string, start: number, end: number): Span {
  const exact = span.end - span.start === text.length
  return exact ? { start: span.start + start, end: span.start + end } : span
}

/** Cuts a paragraph at offsets of its text; pieces without words vanish. The ids stay on the first piece. */
export function splitParagraph(block: DraftBlock, cuts: readonly number[]): DraftBlock[] {
  const content = contentOf(block)
  if (!content || cuts.length === 0) return [block]
  const text = textOf(content)
  const bounds = [0, ...cuts, text.length]
  return bounds
    .slice(0, -1)
    .map((start, index) => ({ start, end: bounds[index + 1] ?? text.length }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map(({ start, end }, index) => ({
      part: paragraph(trimInline(sliceInline(content, start, end))),
      span: subSpan(block, text, start, end),
      confidence: block.confidence,
      ids: index === 0 ? block.ids : [],
    }))
}

export function flag(code: string, detail: string, confidence: number | null, span: Span | null): Flag {
  return { code, detail, confidence, span }
}

/** Replaces `count` blocks from `index`. */
export function spliced(
  blocks: readonly DraftBlock[],
  index: number,
  count: number,
  ...put: DraftBlock[]
): DraftBlock[] {
  return [...blocks.slice(0, index), ...put, ...blocks.slice(index + count)]
}

/** One place for what was several blocks. */
export function mergedSpan(blocks: readonly DraftBlock[]): Span {
  return {
    start: Math.min(...blocks.map((block) => block.span.start)),
    end: Math.max(...blocks.map((block) => block.span.end)),
  }
}
