import type { Inline } from '../../document/types.ts'
import type { Draft, DraftBlock, DraftHeading } from '../draft.ts'
import { hrefsOf, isAllMarked, joinLines, plainLine, splitLines, textOf } from '../inline.ts'
import { fullNames } from '../people.ts'
import { partQuestions } from './asked.ts'
import { contentOf, type Facts, flag, lineOf, type Pass, paragraph, turned } from './block.ts'
import { FRENCH_DAY } from './day.ts'
import { headingKind, readHeadingLine, readTimecode } from './heading-line.ts'
import { announcedLines, capitalLines, isFollowed, standsInRun } from './line-runs.ts'
import { readOrdinal } from './ordinal.ts'

const THRESHOLD = 0.6
const MAX_BOLD = 320

function heading(content: Inline[], level: number, interview: boolean): DraftHeading {
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

const DASHED_QUESTION = /^[–—-]\s+(?=.{2,190}\?$)/u

/** What may be a heading: a real one, a line in bold; in text without tags, a line that reads like one. */
function headingText(block: DraftBlock, stripped: boolean): string {
  const line = lineOf(block)
  if (block.part.type === 'heading') return line
  if (stripped) return readHeadingLine(line.replace(DASHED_QUESTION, ''), false) ? line : ''
  if (isAllMarked(contentOf(block) ?? [], 'bold')) return line
  const content = contentOf(block) ?? []
  if (!content[0]?.marks?.some(({ type }) => type === 'bold')) return ''
  const [first = []] = splitLines(content)
  return isAllMarked(first, 'bold') ? textOf(first).trim() : ''
}

/** Questions and answers: the title says so, or two headings or more, and half of them, end with a question mark. */
function isInterview(blocks: readonly DraftBlock[], { kind, stripped }: Facts, asked: number): boolean {
  if (kind !== null) return kind === 'interview'
  const lines = blocks.map((block) => headingText(block, stripped)).filter((line) => line !== '')
  const real = blocks.filter((block) => block.part.type === 'heading').length
  const questions = Math.max(lines.filter((line) => /\?$/u.test(line)).length, asked)
  return questions >= 2 && questions * 2 >= (stripped ? lines.length : real)
}

const DAY_OR_HOUR = new RegExp(`${FRENCH_DAY}|\\d{1,2}\\s?h\\s?\\d{0,2}|\\d+`, 'giu')
const BETWEEN =
  /(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le|de|du|à|au|et|dès)(?!\p{L})/giu

/** Nothing but a day and an hour: bold because it matters, not because it opens a section. */
function isAppointment(line: string): boolean {
  const rest = line.replace(DAY_OR_HOUR, '').replace(BETWEEN, '')
  return /\d\s?h/iu.test(line) && !/\p{L}/u.test(rest)
}

/** How sure a wholly bold line is a heading: bold is evidence, so a question may be longer and may end in a full stop. */
function boldConfidence(line: string, interview: boolean): number {
  if (line.length > MAX_BOLD || line.length < 3 || isAppointment(line)) return 0
  if (/\?\s*["”»)]?$/u.test(line)) return 0.95
  if (interview && line.length <= 250 && /[.…!]$/u.test(line)) return 0.8
  if (/^\p{Lu}[^.!?:]{2,60}:$/u.test(line)) return 0.65
  return readHeadingLine(line, interview)?.confidence ?? 0
}

/** A line that is one link to elsewhere calls to act. */
function isCall(content: readonly Inline[]): boolean {
  return isAllMarked(content, 'link') && hrefsOf(content).every((href) => !href.startsWith('#'))
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

/** A question behind a dash, alone: two in a row are a dialogue. */
function withoutDash(blocks: readonly DraftBlock[], index: number): string {
  const line = lineOf(blocks[index])
  const isDashed = (at: number) => /^[–—-]\s/u.test(lineOf(blocks[at]))
  return /\?$/u.test(line) && !isDashed(index - 1) && !isDashed(index + 1)
    ? line.replace(DASHED_QUESTION, '')
    : line
}

function textConfidence(blocks: readonly DraftBlock[], index: number, interview: boolean): number {
  const line = withoutDash(blocks, index)
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

/** How sure a paragraph in mark-up is a heading: bold, or a question in the style of the others. */
function markedConfidence(block: DraftBlock, next: DraftBlock | undefined, interview: boolean): number {
  const content = contentOf(block) ?? []
  const line = lineOf(block)
  if (!isAllMarked(content, 'bold') || (isCall(content) && !/\?$/u.test(line))) return 0
  const announces = /:$/u.test(line) && next?.part.type !== 'paragraph'
  return announces ? 0 : boldConfidence(line, interview)
}

/** How sure each block is a heading that only looks like text. */
function confidences(blocks: readonly DraftBlock[], asked: ReadonlySet<DraftBlock>, look: Look): number[] {
  const announced = look.stripped ? announcedLines(blocks) : new Set()
  const capitals = capitalLines(blocks)
  const first = blocks.findIndex((block) => lineOf(block) !== '')
  return blocks.map((block, index) => {
    const line = lineOf(block)
    if (block.part.type !== 'paragraph' || line === '' || announced.has(index)) return 0
    if (index === first && fullNames(line)) return 0
    const byLook = look.stripped
      ? textConfidence(blocks, index, look.interview)
      : isFollowed(blocks, index)
        ? markedConfidence(block, blocks[index + 1], look.interview)
        : 0
    const isAsked = asked.has(block) && isFollowed(blocks, index)
    const isCapital = capitals.has(index) && (look.stripped || capitals.size > 1)
    return Math.max(byLook, isAsked ? 0.8 : isCapital ? 0.65 : 0)
  })
}

/** An answer in bold right below its question is no heading. */
function isBoldAnswer(block: DraftBlock, before: DraftBlock | undefined): boolean {
  return before?.part.type === 'heading' && before.part.kind === 'question' && /[.…!]$/u.test(lineOf(block))
}

type Look = { stripped: boolean; interview: boolean }

/** Headings: the real ones keep their level; bold paragraphs, and in stripped text plain lines, become headings. */
export const findHeadings: Pass = (draft: Draft, facts) => {
  const { stripped } = facts
  const parted = stripped
    ? { blocks: draft.blocks, asked: new Set<DraftBlock>() }
    : partQuestions(draft.blocks, facts)
  const interview = isInterview(parted.blocks, facts, parted.asked.size)
  const source = parted.blocks.flatMap((block) => (stripped ? [block] : splitBoldLead(block, interview)))
  const sure = confidences(source, parted.asked, { stripped, interview })
  const bold = boldLevel(source)
  const flags = [...draft.flags]
  const blocks: DraftBlock[] = []
  let sectionOpen = false
  for (const [index, block] of source.entries()) {
    const content = contentOf(block) ?? []
    const confidence = sure[index] ?? 0
    if (block.part.type === 'heading') {
      blocks.push(turned(block, heading(content, block.part.level, interview)))
      continue
    }
    if (confidence < THRESHOLD || isBoldAnswer(block, blocks.at(-1))) {
      blocks.push(block)
      continue
    }
    const line = lineOf(block)
    const part = heading(content, stripped ? inferredLevel(line, sectionOpen) : bold, interview)
    sectionOpen ||= part.timecode === null
    flags.push(flag('heading-inferred', line, confidence, block.span))
    blocks.push(turned(block, part, confidence))
  }
  return { blocks, flags }
}
