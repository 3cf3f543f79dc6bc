import { continuesByline, parseByline } from '../byline.ts'
import type { Draft, DraftBlock, DraftCredit } from '../draft.ts'
import { joinLines, splitLines, textOf } from '../inline.ts'
import { contentOf, flag, lineOf, mergedSpan, type Pass, paragraph, spliced } from './block.ts'

const MAX_LINES = 5
/** A kicker, a date or a link to the summary may stand above the byline. */
const MAX_KICKER = 100

type Line = { block: number; text: string }

/** The lines of the paragraphs from `start` on, with the block that each stands in. */
function linesFrom(blocks: readonly DraftBlock[], start: number): Line[] {
  const lines: Line[] = []
  for (let index = start; index < blocks.length && lines.length < MAX_LINES; index++) {
    const content = blocks[index]?.part.type === 'paragraph' ? contentOf(blocks[index]) : null
    if (!content) break
    lines.push(...splitLines(content).map((line) => ({ block: index, text: textOf(line) })))
  }
  return lines.slice(0, MAX_LINES)
}

/** Where a byline may begin: the first text, or the one below a short first line; pictures do not count. */
function startsOf(blocks: readonly DraftBlock[]): number[] {
  const first = blocks.findIndex((block) => contentOf(block) !== null)
  const isShort = first >= 0 && lineOf(blocks[first]).length <= MAX_KICKER
  const second = isShort ? blocks.findIndex((block, index) => index > first && contentOf(block) !== null) : -1
  return [first, second].filter((start) => start >= 0)
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

/** The longest byline at the top of the lines, with its people. */
function longest(lines: readonly Line[]): { taken: Line[]; people: DraftCredit[] } | null {
  for (let count = bylineLength(lines); count > 0; count--) {
    const taken = lines.slice(0, count)
    const people = parseByline(taken.map((line) => line.text).join('\n'))
    if (people) return { taken, people }
  }
  return null
}

/** The signature in the first lines: its people are credits, its words leave the body and are named in a flag. */
export const findByline: Pass = (draft: Draft) => {
  const found = startsOf(draft.blocks)
    .map((start) => longest(linesFrom(draft.blocks, start)))
    .find((each) => each !== null)
  const [first, last] = [found?.taken[0]?.block, found?.taken.at(-1)?.block]
  if (!found || first === undefined || last === undefined) return draft
  const run = draft.blocks.slice(first, last + 1)
  const text = found.taken.map((line) => line.text).join('\n')
  const byline: DraftBlock = {
    part: { type: 'draftByline', people: found.people, content: [{ type: 'text', text }] },
    span: mergedSpan(run),
    confidence: 0.95,
    ids: run.flatMap((block) => block.ids),
  }
  const rest = remainder(run.at(-1), found.taken.filter((line) => line.block === last).length)
  return {
    blocks: spliced(draft.blocks, first, run.length, byline, ...rest),
    flags: [...draft.flags, flag('byline', text, byline.confidence, byline.span)],
  }
}
