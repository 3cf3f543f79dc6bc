import { continuesByline, parseByline } from '../byline.ts'
import type { Draft, DraftBlock, DraftCredit, Flag } from '../draft.ts'
import { isAllMarked, joinLines, splitLines, textOf } from '../inline.ts'
import { fullNames } from '../people.ts'
import { contentOf, flag, lineOf, mergedSpan, type Pass, paragraph, spliced } from './block.ts'
import { readCredit } from './credit-line.ts'

const MAX_LINES = 5
/** A kicker, a date or a link to the summary may stand above the byline. */
const MAX_KICKER = 100
/** Notes and credits may stand below a signature at the end. */
const LAST_LINES = 4

type Line = { block: number; text: string }

/** The lines of the paragraphs from `start` on, with the block that each stands in. */
function linesFrom(blocks: readonly DraftBlock[], start: number): Line[] {
  const lines: Line[] = []
  for (let index = start; index < blocks.length && lines.length < MAX_LINES; index++) {
    const content = contentOf(blocks[index])
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

type Found = {
  first: number
  last: number
  people: DraftCredit[]
  text: string
  rest: DraftBlock[]
  confidence: number
}

/** A byline in the first lines. */
function findAtTop(blocks: readonly DraftBlock[]): Found | null {
  const found = startsOf(blocks)
    .map((start) => longest(linesFrom(blocks, start)))
    .find((each) => each !== null)
  const [first, last] = [found?.taken[0]?.block, found?.taken.at(-1)?.block]
  if (!found || first === undefined || last === undefined) return null
  const rest = remainder(blocks[last], found.taken.filter((line) => line.block === last).length)
  const text = found.taken.map((line) => line.text).join('\n')
  return { first, last, people: found.people, text, rest, confidence: 0.95 }
}

/** The people of a line that signs the text: "Par A", or full names set in bold, in italics or to the right. */
function signedBy(block: DraftBlock): DraftCredit[] | null {
  const line = lineOf(block)
  const people = parseByline(line)
  if (people?.some(({ role }) => role === 'author')) return people
  const content = contentOf(block) ?? []
  const isSet = isAllMarked(content, 'bold') || isAllMarked(content, 'italic')
  const isRight = block.part.type === 'paragraph' && block.part.attrs.align === 'right'
  const names = isSet || isRight ? fullNames(line) : null
  return names?.map((name): DraftCredit => ({ name, role: 'author' })) ?? null
}

const BELOW = /^(?:[*[(#©]|notes?\s?:?$|crédits?|pour (?:en savoir|aller)|en savoir|(?:à )?lire )/iu

/** Blocks of text that may hold a signature: below them stand only notes, credits and links. */
function lastLines(blocks: readonly DraftBlock[]): number[] {
  const texts = blocks.flatMap((block, index) => (block.part.type === 'paragraph' ? [index] : [])).slice(1)
  const isText = (index: number) =>
    !BELOW.test(lineOf(blocks[index])) && !readCredit(lineOf(blocks[index]), '', [])
  return texts.slice(texts.findLastIndex(isText)).slice(-LAST_LINES)
}

/** A signature in the last lines. */
function findAtEnd(blocks: readonly DraftBlock[]): Found | null {
  for (const index of lastLines(blocks)) {
    const block = blocks[index]
    const people = block ? signedBy(block) : null
    if (block && people)
      return { first: index, last: index, people, text: lineOf(block), rest: [], confidence: 0.8 }
  }
  return null
}

/** Lines at either end that are nothing but full names may be a signature: they stay text. */
function possible(blocks: readonly DraftBlock[]): Flag[] {
  const texts = blocks.filter((block) => lineOf(block) !== '')
  return [...new Set([texts[0], texts.at(-1)])].flatMap((block) =>
    block && texts.length > 1 && fullNames(lineOf(block))
      ? [flag('byline-possible', lineOf(block), 0.5, block.span)]
      : [],
  )
}

/**
 * The signature in the first lines, else in the last ones: its people are credits, its words leave the body and are
 * named in a flag.
 */
export const findByline: Pass = (draft: Draft) => {
  const found = findAtTop(draft.blocks) ?? findAtEnd(draft.blocks)
  if (!found) return { ...draft, flags: [...draft.flags, ...possible(draft.blocks)] }
  const run = draft.blocks.slice(found.first, found.last + 1)
  const byline: DraftBlock = {
    part: { type: 'draftByline', people: found.people, content: [{ type: 'text', text: found.text }] },
    span: mergedSpan(run),
    confidence: found.confidence,
    ids: run.flatMap((block) => block.ids),
  }
  return {
    blocks: spliced(draft.blocks, found.first, run.length, byline, ...found.rest),
    flags: [...draft.flags, flag('byline', found.text, byline.confidence, byline.span)],
  }
}
