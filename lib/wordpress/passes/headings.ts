import type { Inline } from '../../document/types.ts'
import type { Draft, DraftBlock, DraftHeading } from '../draft.ts'
import { isAllMarked, joinLines, plainLine, splitLines, textOf } from '../inline.ts'
import { contentOf, type Facts, flag, lineOf, type Pass, paragraph, turned } from './block.ts'
import { headingKind, readHeadingLine, readTimecode } from './heading-line.ts'
import { readOrdinal } from './ordinal.ts'

const THRESHOLD = 0.6
const MAX_BOLD = 320

function heading(content: readonly Inline[], level: number, interview: boolean): DraftHeading {
  const line = textOf(content).replace(/\s+/gu, ' ').trim()
  return {
    type: 'heading',
    level,
    kind: headingKind(line, interview),
    timecode: readTimecode(line),
    ordinal: readOrdinal(line),
    content: plainLine(content),
  }
}

/** The line of a heading, or the first line of a paragraph when it is bold; '' for all else. */
function shownLine(block: DraftBlock): string {
  if (block.part.type === 'heading') return lineOf(block)
  const [first = []] = splitLines(contentOf(block) ?? [])
  return isAllMarked(first, 'bold') ? textOf(first) : ''
}

/** Questions and answers: the title says so, or two headings or more, and half of them, end with a question mark. */
function isInterview({ blocks }: Draft, { kind }: Facts): boolean {
  if (kind !== null) return kind === 'interview'
  const headings = blocks.filter((block) => block.part.type === 'heading').length
  const questions = blocks.filter((block) => /\?$/u.test(shownLine(block))).length
  return questions >= 2 && questions * 2 >= headings
}

/** How sure a wholly bold line is a heading: bold is evidence, so a question may be longer and may end in a full stop. */
function boldConfidence(line: string, interview: boolean): number {
  if (line.length > MAX_BOLD || line.length < 3) return 0
  if (/\?\s*["”»)]?$/u.test(line)) return 0.95
  if (interview && line.length <= 250 && /[.…!]$/u.test(line)) return 0.8
  return readHeadingLine(line, interview)?.confidence ?? 0
}

const FIRST_PERSON =
  /(?<!\p{L})(?:(?:je|nous|on|mon|ma|mes|notre|nos|moi|oui|non)(?!\p{L})|[jm]['’]|c['’]est(?!\p{L}))/iu
const TURN =
  /^(?:pourtant|mais|et|donc|alors|ainsi|aujourd['’]hui|du coup|justement|en somme|cela dit)(?!\p{L})|(?<!\p{L})(?:(?:tu|vous|ton|ta|tes|votre|vos|toi)(?!\p{L})|t['’])/iu

/**
 * A question that is a plain statement: one sentence between long answers, that speaks to someone or turns the subject
 * and says neither "I" nor "we", while the answer below does.
 */
function isStatementQuestion(before: string, line: string, after: string): boolean {
  const oneSentence = line.length >= 40 && line.length <= 160 && /^\p{Lu}[^.!?…]*\.$/u.test(line)
  const answer = /^[^.!?…]{1,200}/u.exec(after)?.[0] ?? ''
  return (
    oneSentence &&
    before.length >= 150 &&
    after.length >= 150 &&
    TURN.test(line) &&
    !FIRST_PERSON.test(line) &&
    FIRST_PERSON.test(answer)
  )
}

/** Short lines without end mark, three or more in a row, are a list or an address rather than headings. */
function standsInRun(blocks: readonly DraftBlock[], index: number): boolean {
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
function isFollowed(blocks: readonly DraftBlock[], index: number): boolean {
  const next = blocks[index + 1]
  return next !== undefined && !next.part.type.startsWith('draft')
}

/** Lines without end mark right below a colon, two or more: the items of a list that lost its marks. */
function announcedLines(blocks: readonly DraftBlock[]): Set<number> {
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

function textConfidence(blocks: readonly DraftBlock[], index: number, interview: boolean): number {
  const line = lineOf(blocks[index])
  if (!isFollowed(blocks, index) || standsInRun(blocks, index)) return 0
  if (interview && isStatementQuestion(lineOf(blocks[index - 1]), line, lineOf(blocks[index + 1]))) return 0.6
  return readHeadingLine(line, interview)?.confidence ?? 0
}

/** A bold question and its answer that share a paragraph, parted by a line break. */
function splitBoldLead(block: DraftBlock, interview: boolean): DraftBlock[] {
  const [first, ...rest] = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  if (
    !first ||
    rest.length === 0 ||
    !isAllMarked(first, 'bold') ||
    rest.every((line) => isAllMarked(line, 'bold'))
  )
    return [block]
  const line = textOf(first)
  const asks = /[?…]$|\.{3}$/u.test(line) || readTimecode(line) !== null || readOrdinal(line) !== null
  if (!asks || boldConfidence(line, interview) < THRESHOLD) return [block]
  return [
    { ...block, part: paragraph(first) },
    { ...block, part: paragraph(joinLines(rest)), ids: [] },
  ]
}

/** Level of an inferred heading: 2, or 3 for the parts of a film under a section of their own. */
function inferredLevel(line: string, sectionOpen: boolean): number {
  return sectionOpen && readTimecode(line) !== null ? 3 : 2
}

/** Level that bold headings take beside the real ones: below the highest, else 2. */
function boldLevel(blocks: readonly DraftBlock[]): number {
  const levels = blocks.flatMap(({ part }) => (part.type === 'heading' ? [part.level] : []))
  return levels.length > 0 ? Math.min(6, Math.min(...levels) + 1) : 2
}

/** How sure each block is a heading that only looks like text. */
function confidences(blocks: readonly DraftBlock[], stripped: boolean, interview: boolean): number[] {
  const announced = stripped ? announcedLines(blocks) : new Set()
  return blocks.map((block, index) => {
    const line = lineOf(block)
    if (block.part.type !== 'paragraph' || line === '' || announced.has(index)) return 0
    if (stripped) return textConfidence(blocks, index, interview)
    const isBold = isAllMarked(contentOf(block) ?? [], 'bold') && isFollowed(blocks, index)
    return isBold ? boldConfidence(line, interview) : 0
  })
}

/** Headings: the real ones keep their level; bold paragraphs, and in stripped text plain lines, become headings. */
export const findHeadings: Pass = (draft: Draft, facts) => {
  const interview = isInterview(draft, facts)
  const split = (block: DraftBlock) => (facts.stripped ? [block] : splitBoldLead(block, interview))
  const source = draft.blocks.flatMap(split)
  const sure = confidences(source, facts.stripped, interview)
  const bold = boldLevel(source)
  const flags = [...draft.flags]
  let sectionOpen = false
  const blocks = source.map((block, index) => {
    const content = contentOf(block) ?? []
    const confidence = sure[index] ?? 0
    if (block.part.type === 'heading') return turned(block, heading(content, block.part.level, interview))
    if (confidence < THRESHOLD) return block
    const line = lineOf(block)
    const part = heading(content, facts.stripped ? inferredLevel(line, sectionOpen) : bold, interview)
    sectionOpen ||= part.timecode === null
    flags.push(flag('heading-inferred', line, confidence, block.span))
    return turned(block, part, confidence)
  })
  return { blocks, flags }
}
