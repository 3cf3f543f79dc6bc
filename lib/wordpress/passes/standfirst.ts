import type { Draft, DraftBlock } from '../draft.ts'
import { isAllMarked, joinLines, plainLine, splitLines, textOf } from '../inline.ts'
import { plainHtml } from '../plain-html.ts'
import {
  contentOf,
  type Facts,
  flag,
  lineOf,
  type Pass,
  paragraph,
  spliced,
  splitParagraph,
  turned,
} from './block.ts'
import { readHeadingLine } from './heading-line.ts'

const MIN_LENGTH = 50
const MAX_LENGTH = 1500
const MAX_PARAGRAPHS = 3

/** A paragraph of sentences; a short one must end like a sentence. */
function isProse(block: DraftBlock | undefined, interview: boolean): boolean {
  const line = lineOf(block)
  if (block?.part.type !== 'paragraph' || line === '' || line.length > MAX_LENGTH) return false
  if (line.length < MIN_LENGTH && !/\p{Ll}.*[^.][.!»”]$/u.test(line)) return false
  return !line.startsWith('(') && !/[,;:]$/u.test(line) && readHeadingLine(line, interview) === null
}

/** Where the text proper begins: after the byline, the link to the summary, credits and pictures. */
function startOf(blocks: readonly DraftBlock[]): number {
  const skipped = ['draftByline', 'draftSummaryLink', 'draftCredit', 'figure', 'embed', 'video', 'separator']
  return blocks.findIndex((block) => !skipped.includes(block.part.type))
}

const same = (a: string, b: string) => a.replace(/\s+/gu, ' ').trim() === b.replace(/\s+/gu, ' ').trim()

/**
 * How many paragraphs from `start` are wholly bold or wholly italic. More than a standfirst has are a habit of the text,
 * and a short one alone is the first question of an interview.
 */
function emphasised(blocks: readonly DraftBlock[], start: number, interview: boolean): number {
  const isOne = (block: DraftBlock | undefined) => {
    const content = contentOf(block) ?? []
    return isProse(block, interview) && (isAllMarked(content, 'bold') || isAllMarked(content, 'italic'))
  }
  let count = 0
  while (isOne(blocks[start + count])) count++
  const isAsked = interview && count === 1 && lineOf(blocks[start]).length < MIN_LENGTH
  return count > MAX_PARAGRAPHS || isAsked ? 0 : count
}

/** Offset in a line at which the words of `before` end; -1 when the line does not begin with them. */
function offsetAfter(line: string, before: string): number {
  const wanted = before.replace(/\s+/gu, '')
  let at = 0
  for (let matched = 0; matched < wanted.length; at++) {
    const character = line.charAt(at)
    if (character === '') return -1
    if (/\s/u.test(character)) continue
    if (character !== wanted.charAt(matched)) return -1
    matched += 1
  }
  return at
}

/** Cuts the paragraph that holds the `<!--more-->` mark in its middle. */
function splitAtMore(draft: Draft, source: string): Draft {
  const more = draft.flags.find(({ code }) => code === 'more')?.span?.start ?? -1
  const blocks = draft.blocks.flatMap((block) => {
    if (block.span.start >= more || block.span.end <= more) return [block]
    const line = textOf(contentOf(block) ?? [])
    const cut = offsetAfter(line, plainHtml(source.slice(block.span.start, more)))
    const [first, ...rest] = cut > 0 ? splitParagraph(block, [cut]) : [block]
    return [
      ...(first ? [first] : []),
      ...rest.map((piece) => ({ ...piece, span: { start: more, end: block.span.end } })),
    ]
  })
  return { ...draft, blocks }
}

/** How many paragraphs stand before the `<!--more-->` mark, when they are few and prose follows. */
function beforeMore(draft: Draft, start: number, interview: boolean): number {
  const more = draft.flags.find(({ code }) => code === 'more')?.span?.start
  if (more === undefined) return 0
  const end = draft.blocks.findIndex((block) => block.span.start >= more)
  const run = end < 0 ? [] : draft.blocks.slice(start, end)
  const goesOn = draft.blocks.slice(end).some((block) => isProse(block, interview))
  return goesOn && run.length <= MAX_PARAGRAPHS && run.every((block) => isProse(block, interview))
    ? run.length
    : 0
}

/** A paragraph right under the byline, when it is the only one before the first heading, or text has lost its tags. */
function underByline(
  blocks: readonly DraftBlock[],
  start: number,
  { stripped }: Facts,
  interview: boolean,
): number {
  const signed = blocks
    .slice(0, start)
    .some(({ part }) => part.type === 'draftByline' || part.type === 'draftSummaryLink')
  if (!signed || !isProse(blocks[start], interview) || lineOf(blocks[start]).length < MIN_LENGTH) return 0
  const below = blocks.slice(start + 1)
  const goesOn = below.some((block) => lineOf(block) !== '' && block.part.type !== 'draftCredit')
  return goesOn && (stripped || !isProse(below[0], interview)) ? 1 : 0
}

/** The paragraphs of the standfirst, how sure it is, and why. */
function measure(draft: Draft, facts: Facts, interview: boolean, start: number): [number, number] {
  const { blocks } = draft
  const marked = emphasised(blocks, start, interview)
  if (marked > 0) return [marked, 0.95]
  if (facts.excerpt !== '' && same(lineOf(blocks[start]), facts.excerpt)) return [1, 0.95]
  const more = beforeMore(draft, start, interview)
  if (more > 0) return [more, 0.8]
  return [underByline(blocks, start, facts, interview), 0.75]
}

/**
 * The standfirst: first paragraphs wholly bold or italic, equal to the excerpt, before `<!--more-->`, or alone between
 * the byline and the first heading. The first line of a paragraph counts alone when the rest is a label ("Contact:").
 */
export const findStandfirst: Pass = (draft: Draft, facts) => {
  const interview = facts.kind === 'interview'
  const split = splitLabel(splitAtMore(draft, facts.source))
  const start = startOf(split.blocks)
  if (start < 0) return draft
  const [count, confidence] = measure(split, facts, interview, start)
  if (count === 0) return draft
  const blocks = split.blocks.map((block, index) => {
    if (index < start || index >= start + count) return block
    return turned(block, { type: 'draftStandfirst', content: plainLine(contentOf(block) ?? []) }, confidence)
  })
  const span = blocks[start]?.span ?? null
  const flags =
    confidence < 0.9
      ? [flag('standfirst-inferred', lineOf(split.blocks[start]).slice(0, 80), confidence, span)]
      : []
  return { blocks, flags: [...draft.flags, ...flags] }
}

/** Cuts the first paragraph of prose where its second line opens with a short label. */
function splitLabel(draft: Draft): Draft {
  const start = startOf(draft.blocks)
  const block = draft.blocks[start]
  const [first, second, ...rest] = splitLines(contentOf(block) ?? [])
  if (block?.part.type !== 'paragraph' || !first || !second) return draft
  if (!/^\p{Lu}[^:]{2,25}:(?:\s|$)/u.test(textOf(second)) || textOf(first).length < MIN_LENGTH) return draft
  const below = { ...block, part: paragraph(joinLines([second, ...rest])), ids: [] }
  return { ...draft, blocks: spliced(draft.blocks, start, 1, turned(block, paragraph(first)), below) }
}
