import type { Inline } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { joinLines, sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { mapLines } from '../map-lines.ts'
import { contentOf, paragraph } from './block.ts'

/** Where a text calls a note that is written between two `[[1]]`. */
export const DELIMITED_CALL = /\{\{(\d{1,3})\}\}/gu
const WRITTEN = /\[\[(\d{1,3})\]\]\s{0,20}(?!\s|\[\[\1\]\])(?:(?!\[\[\1\]\]).){1,5000}?\[\[\1\]\]/gsu

/** Every number that a line calls. */
function calledNumbers(blocks: readonly DraftBlock[]): Set<string> {
  const called = new Set<string>()
  for (const { part } of blocks)
    mapLines(part, (content) => {
      for (const [, number = ''] of textOf(content).matchAll(DELIMITED_CALL)) called.add(number)
      return content
    })
  return called
}

/** One line of what was several. */
const onOneLine = (content: Inline[]): Inline[] =>
  content.map((node): Inline => (node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node))

function apart(block: DraftBlock, called: ReadonlySet<string>): DraftBlock[] {
  const content = block.part.type === 'paragraph' ? (contentOf(block) ?? []) : []
  const text = textOf(content)
  const written = text.includes('[[') ? [...text.matchAll(WRITTEN)] : []
  const found = written.filter(([, number = '']) => called.has(number))
  if (found.length === 0) return [block]
  const notes = found.map(({ 0: { length }, index: at }): DraftBlock => {
    const words = onOneLine(sliceInline(content, at, at + length))
    return { ...block, part: paragraph(words), ids: [] }
  })
  const ends = [0, ...found.map(({ 0: { length }, index: at }) => at + length)]
  const around = ends.flatMap((from, place) => sliceInline(content, from, found[place]?.index))
  const rest = joinLines(splitLines(trimInline(around)))
  return rest.length > 0 ? [{ ...block, part: paragraph(rest) }, ...notes] : notes
}

/** `[[1]]a note[[1]]`, which `{{1}}` calls anywhere in the text, as a paragraph of its own. */
export function delimitedApart(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const called = calledNumbers(blocks)
  return called.size === 0 ? blocks : blocks.flatMap((block) => apart(block, called))
}
