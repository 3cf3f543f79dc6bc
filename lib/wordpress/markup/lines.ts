import type { DraftBlock } from '../draft.ts'
import { hasText, normalLine } from './inline.ts'
import type { MappedText } from './mapped-text.ts'
import { paragraphParts } from './paragraph.ts'
import { block, type Reader } from './reader.ts'

/** Text that lost its tags: each line is a paragraph, a numbered slot the blocks of its shortcode. */
export function readLines(
  source: MappedText,
  take: (number: number) => DraftBlock[],
  reader: Reader,
): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let start = 0
  for (const line of source.text.split(/\r\n|\r|\n/)) {
    const at = source.text.indexOf(line, start)
    start = at + line.length
    const slot = /^\ue000(\d+)\ue001$/.exec(line)
    if (slot) blocks.push(...take(Number(slot[1])))
    else blocks.push(...readLine(line, at, source, reader))
  }
  return blocks
}

function readLine(line: string, at: number, source: MappedText, reader: Reader): DraftBlock[] {
  const content = normalLine([{ type: 'text', text: line }])
  if (!hasText(content)) return []
  const first = at + line.length - line.trimStart().length
  const last = at + line.trimEnd().length
  const span = { start: source.at[first] ?? 0, end: (source.at[last - 1] ?? 0) + 1 }
  const parts = paragraphParts({ type: 'paragraph', attrs: { align: null }, content }, reader, span)
  return parts.map((part) => block(part, span))
}
