import type { DraftBlock } from '../draft.ts'
import { lineOf } from './block.ts'
import { readTimecode } from './heading-line.ts'

/** Short lines without end mark, three or more in a row, are a list or an address rather than headings. */
export function standsInRun(blocks: readonly DraftBlock[], index: number): boolean {
  const isBare = (at: number) =>
    /[\p{L}\p{N})]$/u.test(lineOf(blocks[at])) &&
    lineOf(blocks[at]).length <= 120 &&
    readTimecode(lineOf(blocks[at])) === null
  return (
    isBare(index) &&
    ((isBare(index - 1) && isBare(index + 1)) ||
      (isBare(index + 1) && isBare(index + 2)) ||
      (isBare(index - 1) && isBare(index - 2)))
  )
}

/** Headings end nothing: text, a list or a picture follows. */
export function isFollowed(blocks: readonly DraftBlock[], index: number): boolean {
  const next = blocks[index + 1]
  return next !== undefined && !next.part.type.startsWith('draft')
}

/** Lines without end mark right below a colon, two or more: the items of a list that lost its marks. */
export function announcedLines(blocks: readonly DraftBlock[]): Set<number> {
  const announced = new Set<number>()
  let run: number[] | null = null
  for (const [index, block] of blocks.entries()) {
    const line = lineOf(block)
    const isItem =
      block.part.type === 'paragraph' && /[\p{L}\p{N})]$/u.test(line) && readTimecode(line) === null
    if (run && isItem) run.push(index)
    else run = /:$/u.test(line) ? [] : null
    if (run && run.length > 1) for (const item of run) announced.add(item)
  }
  return announced
}

const MAX_CAPITALS = 102
const CAPITALS = /^[\p{Lu}\p{N}][^\p{Ll}]{4,100}[^\p{Ll}.,;]$/u

/** Lines in capitals that stand alone above text. */
export function capitalLines(blocks: readonly DraftBlock[]): Set<number> {
  const found = blocks.flatMap((block, index) => {
    const line = lineOf(block)
    if (block.part.type !== 'paragraph' || line.length > MAX_CAPITALS || !CAPITALS.test(line)) return []
    const letters = line.match(/\p{Lu}/gu)?.length ?? 0
    const opensText = isFollowed(blocks, index) && /\p{Ll}/u.test(lineOf(blocks[index + 1]))
    return letters >= 6 && letters * 2 > line.length && opensText ? [index] : []
  })
  return new Set(found)
}
