import { continuesByline, parseByline } from '../byline.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { joinLines, splitLines, textOf } from '../inline.ts'
import { contentOf, flag, mergedSpan, type Pass, paragraph, spliced } from './block.ts'

const MAX_LINES = 5

type Line = { block: number; text: string }

/** The first lines of the text, with the block that each stands in; pictures before them do not count. */
function firstLines(blocks: readonly DraftBlock[]): Line[] {
  const start = blocks.findIndex((block) => contentOf(block) !== null)
  const lines: Line[] = []
  for (let index = start; start >= 0 && index < blocks.length && lines.length < MAX_LINES; index++) {
    const content = blocks[index]?.part.type === 'paragraph' ? contentOf(blocks[index]) : null
    if (!content) break
    lines.push(...splitLines(content).map((line) => ({ block: index, text: textOf(line) })))
  }
  return lines.slice(0, MAX_LINES)
}

/** How many of the lines belong together when the first is a byline. */
function bylineLength(lines: readonly Line[]): number {
  const end = lines.findIndex((line, index) => index > 0 && !continuesByline(line.text))
  return end < 0 ? lines.length : end
}

/** What is left of the last block when its first lines went into the byline. */
function remainder(block: DraftBlock | undefined, taken: number): DraftBlock[] {
  const rest = splitLines(contentOf(block) ?? []).slice(taken)
  return block && rest.length > 0 ? [{ ...block, part: paragraph(joinLines(rest)), ids: [] }] : []
}

/** The signature in the first lines: its people are credits, its words leave the body and are named in a flag. */
export const findByline: Pass = (draft: Draft) => {
  const lines = firstLines(draft.blocks)
  for (let count = bylineLength(lines); count > 0; count--) {
    const taken = lines.slice(0, count)
    const text = taken.map((line) => line.text).join('\n')
    const people = parseByline(text)
    const first = taken[0]?.block ?? 0
    const last = taken.at(-1)?.block ?? first
    const run = draft.blocks.slice(first, last + 1)
    if (!people || run.length === 0) continue
    const span = mergedSpan(run)
    const byline: DraftBlock = {
      part: { type: 'draftByline', people, content: [{ type: 'text', text }] },
      span,
      confidence: 0.95,
      ids: run.flatMap((block) => block.ids),
    }
    const rest = remainder(run.at(-1), taken.filter((line) => line.block === last).length)
    return {
      blocks: spliced(draft.blocks, first, run.length, byline, ...rest),
      flags: [...draft.flags, flag('byline', text, byline.confidence, span)],
    }
  }
  return draft
}
