import type { Credit, Inline, Role } from '../../document/types.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { isAllMarked, joinLines, plainLine, splitLines, textOf } from '../inline.ts'
import { NAME_LIST, splitNames } from '../people.ts'
import { contentOf, type Facts, lineOf, mergedSpan, type Pass, spliced } from './block.ts'

/** A box stands below the text; only notes, credits and links may follow it. */
const LAST_BLOCKS = 8
const MAX_LENGTH = 900
const LABEL = `(?:(?:à propos|bio(?:graphie)?) (?:de )?)?(?:l['’]auteure?|l['’]autrice|les auteur(?:e|·e)?s)`
const TITLE = new RegExp(`^${LABEL}\\s*:?$`, 'iu')
const OPENING = new RegExp(`^${LABEL}\\s*:\\s+(?=\\p{Lu})`, 'iu')
const PERSON = new RegExp(
  `^(${NAME_LIST})(?=,? (?:est|sont|exerce|dirige|travaille|a |ont )|,|\\s?:|\\.?$)`,
  'u',
)

/** The full names that a biography begins with. */
function peopleOf(text: string, role: Role): Credit['attrs']['people'] | null {
  const names = splitNames(PERSON.exec(text)?.[1] ?? '')
  return names?.every((name) => name.includes(' ')) ? names.map((name) => ({ name, role })) : null
}

type Box = { count: number; content: Inline[]; people: Credit['attrs']['people'] }

/** "L'auteur : Zoé Mars est …", or the label on a line of its own above it. */
function labelled(blocks: readonly DraftBlock[], index: number): Box | null {
  const content = contentOf(blocks[index])
  const line = lineOf(blocks[index])
  if (!content || line.length > MAX_LENGTH) return null
  const opening = OPENING.exec(line)?.[0]
  if (opening) {
    const people = peopleOf(line.slice(opening.length), 'author')
    return people && { count: 1, content, people }
  }
  const [first = [], ...rest] = splitLines(content)
  const below = rest.length > 0 ? joinLines(rest) : contentOf(blocks[index + 1])
  if (!below || !TITLE.test(textOf(first)) || textOf(below).length > MAX_LENGTH) return null
  const people = peopleOf(textOf(below).trim(), 'author')
  if (!people) return null
  return rest.length > 0
    ? { count: 1, content, people }
    : { count: 2, content: joinLines([content, below]), people }
}

/** Below a rule, in italics, about the person that the title names. */
function biography(blocks: readonly DraftBlock[], index: number, known: readonly string[]): Box | null {
  const content = contentOf(blocks[index])
  const isSet = blocks[index - 1]?.part.type === 'separator' && content && isAllMarked(content, 'italic')
  const people =
    isSet && textOf(content).length <= MAX_LENGTH ? peopleOf(lineOf(blocks[index]), 'interviewee') : null
  return content && people?.every(({ name }) => known.includes(name)) ? { count: 1, content, people } : null
}

function creditBlock(run: readonly DraftBlock[], { content, people }: Box): DraftBlock {
  const attrs: Credit['attrs'] = { kind: 'text', people, place: null, date: null }
  const credit: Credit = { type: 'credit', attrs, content: plainLine(content) }
  const ids = run.flatMap((block) => block.ids)
  return { part: { type: 'draftCredit', credit }, span: mergedSpan(run), confidence: 0.9, ids }
}

/** Who the author or the person interviewed is, in a box at the end: a credit. */
export const findAuthorBox: Pass = (draft: Draft, { people }: Facts) => {
  const from = Math.max(1, draft.blocks.length - LAST_BLOCKS)
  for (let index = from; index < draft.blocks.length; index++) {
    const box = labelled(draft.blocks, index) ?? biography(draft.blocks, index, people)
    if (!box) continue
    const run = draft.blocks.slice(index, index + box.count)
    return { ...draft, blocks: spliced(draft.blocks, index, run.length, creditBlock(run, box)) }
  }
  return draft
}
