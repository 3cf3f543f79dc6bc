import type { Credit, CreditedPerson } from '../../document/types.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { plainLine, sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { contentOf, type Facts, lineOf, type Pass } from './block.ts'
import { type ReadCredit, readCredit } from './credit-line.ts'
import { readHeadingLine } from './heading-line.ts'

const MAX_LENGTH = 800
/** Thanks and notes on method stand among the last lines, a partnership among the first or the last. */
const LAST_LINES = 6
const FIRST_LINES = 4

type Group = { read: ReadCredit; start: number; end: number }

/** The sentences of a text one after the other: most texts show by the first that they are no credit. */
function* sentencesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0
  for (const { index } of text.matchAll(/(?<=[.!?…]\s+)(?=\p{Lu})/gu)) {
    yield { start, end: index }
    start = index
  }
  yield { start, end: text.length }
}

/** The people of both, each named once for a role. */
function withPeople(people: readonly CreditedPerson[], more: readonly CreditedPerson[]): CreditedPerson[] {
  const isNew = ({ name, role }: CreditedPerson) =>
    !people.some((known) => known.name === name && known.role === role)
  return [...people, ...more.filter(isNew)]
}

/**
 * Sentences of one kind make one credit. A sentence that says nothing of its own goes with the one before; a text that
 * is mostly such sentences is prose.
 */
function groupsOf(text: string, facts: Facts): Group[] {
  const groups: Group[] = []
  let unread = 0
  for (const { start, end } of sentencesOf(text)) {
    const read = readCredit(text.slice(start, end), facts.published, facts.people)
    const last = groups.at(-1)
    if (!read && !last) return []
    // Nothing in the rest of a declared change says so: it is one all the same.
    if (!read && !isChange(last?.read.kind)) unread += end - start
    if (last && (!read || read.kind === last.read.kind)) {
      last.end = end
      last.read = {
        ...last.read,
        people: withPeople(last.read.people, read?.people ?? []),
        place: last.read.place ?? read?.place ?? null,
        date: last.read.date ?? read?.date ?? null,
      }
    } else if (read) groups.push({ read, start, end })
  }
  return unread * 2 > text.length ? [] : groups
}

const isChange = (kind: Credit['attrs']['kind'] | undefined): boolean =>
  kind === 'update' || kind === 'correction'

function mayStandHere(kind: Credit['attrs']['kind'], fromEnd: number, fromStart: number): boolean {
  if (kind === 'visuals' || kind === 'video' || kind === 'sound') return true
  return fromEnd <= LAST_LINES || ((kind === 'disclosure' || isChange(kind)) && fromStart <= FIRST_LINES)
}

function creditBlock(
  block: DraftBlock,
  attrs: ReadCredit,
  content: Credit['content'],
  first: boolean,
): DraftBlock {
  const credit: Credit = { type: 'credit', attrs, content: plainLine(content ?? []) }
  return { ...block, part: { type: 'draftCredit', credit }, confidence: 0.9, ids: first ? block.ids : [] }
}

function creditsOf(block: DraftBlock, fromStart: number, fromEnd: number, facts: Facts): DraftBlock[] {
  const lines = splitLines(contentOf(block) ?? [])
  const read = lines.flatMap((line) => {
    const groups = groupsOf(textOf(line), facts)
    return groups.length > 0 ? groups.map((group) => ({ line, ...group })) : [null]
  })
  const groups = read.filter((group) => group !== null)
  if (groups.length !== read.length) return [block]
  if (!groups.every((group) => mayStandHere(group.read.kind, fromEnd, fromStart))) return [block]
  return groups.map(({ line, read: attrs, start, end }, index) =>
    creditBlock(block, attrs, trimInline(sliceInline(line, start, end)), index === 0),
  )
}

/** An answer may begin with "Merci à …": the line right after a heading is not a credit. */
function followsHeading(blocks: readonly DraftBlock[], index: number): boolean {
  const before = blocks[index - 1]
  return before?.part.type === 'heading' || (readHeadingLine(lineOf(before), true)?.confidence ?? 0) >= 0.8
}

/** Turns lines of credits into credits; a paragraph is one only when all its sentences are. */
export const findCredits: Pass = (draft: Draft, facts) => {
  const total = draft.blocks.filter((block) => lineOf(block) !== '').length
  let position = 0
  const blocks = draft.blocks.flatMap((block, index) => {
    const line = lineOf(block)
    if (line !== '') position += 1
    if (block.part.type !== 'paragraph' || line === '' || line.length > MAX_LENGTH) return [block]
    return followsHeading(draft.blocks, index)
      ? [block]
      : creditsOf(block, position, total - position + 1, facts)
  })
  return { ...draft, blocks }
}
