import type { BulletList, Inline, ListItem, OrderedList } from '../../document/types.ts'
import type { Draft, DraftBlock, Flag } from '../draft.ts'
import { joinLines, sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { contentOf, flag, lineOf, mergedSpan, type Pass, paragraph } from './block.ts'
import { bulletLists } from './bullet-lists.ts'

const MARK = /^\s*(?:([-–—•*])|(\d{1,2})\s?[.)])\s+(?=\S)/u
/** "Il faut :- oser": the first item on the line of its lead. */
const GLUED_LEAD = /:\s?(?=-\s+\S)/u
const STAR_CALL = /[\p{L}\p{N}]\*/u

type Item = { sign: string; rank: number; content: Inline[] }

/** A line that begins like an item: its sign, '1' for a number, and its words. */
function readItem(line: Inline[]): Item | null {
  const match = MARK.exec(textOf(line))
  if (!match) return null
  return { sign: match[1] ?? '1', rank: Number(match[2] ?? 0), content: sliceInline(line, match[0].length) }
}

function listOf(items: readonly Item[]): BulletList | OrderedList {
  const content = items.map(
    (item): ListItem => ({ type: 'listItem', attrs: { value: null }, content: [paragraph(item.content)] }),
  )
  const start = items[0]?.rank ?? 1
  return items[0]?.sign === '1'
    ? { type: 'orderedList', attrs: { start, style: '1', reversed: false }, content }
    : { type: 'bulletList', content }
}

/** Spoken turns behind dashes: sentences, without a colon above. */
function isDialogue(items: readonly Item[]): boolean {
  return items.some(({ sign, content }) => /[–—]/u.test(sign) && /[.?!…»"]$/u.test(textOf(content)))
}

/** Signs that make a list of two lines or more; stars do only below a colon, in a text that calls no notes with them. */
function isList(items: readonly Item[], lead: string, starCalls: boolean): boolean {
  if (items.length < 2) return false
  const announced = /:$/u.test(lead)
  if (items[0]?.sign === '*') return announced && !starCalls && !/^notes?\s?:$/iu.test(lead)
  if (items[0]?.sign === '1') return items.every(({ rank }, index) => rank === (items[0]?.rank ?? 0) + index)
  return announced || !isDialogue(items)
}

/** How many blocks from `index` begin with the same sort of sign. */
function runAt(blocks: readonly DraftBlock[], index: number): Item[] {
  const items: Item[] = []
  for (let at = index; at < blocks.length; at++) {
    const content = blocks[at]?.part.type === 'paragraph' ? contentOf(blocks[at]) : null
    const item = content && readItem(content)
    const sort = (sign: string | undefined) => (sign === '1' || sign === '*' ? sign : '-')
    if (!item || (items[0] && sort(item.sign) !== sort(items[0].sign))) break
    items.push(item)
  }
  return items
}

/** Typed numbers leave the text: the flag names each. */
function inferred(run: readonly DraftBlock[]): Flag {
  const signs = run.map((block) => MARK.exec(lineOf(block))?.[0].trim()).join(' ')
  return flag('list-inferred', `${signs} ${lineOf(run[0]).slice(0, 80)}`, 0.8, mergedSpan(run))
}

/** Text that lost its tags: items are blocks of their own. */
function listBlocks(draft: Draft): Draft {
  const starCalls = draft.blocks.some((block) => STAR_CALL.test(lineOf(block)))
  const blocks: DraftBlock[] = []
  const flags = [...draft.flags]
  for (let index = 0; index < draft.blocks.length; ) {
    const items = runAt(draft.blocks, index)
    const run = draft.blocks.slice(index, index + Math.max(1, items.length))
    if (isList(items, lineOf(blocks.at(-1)), starCalls)) {
      const ids = run.flatMap((block) => block.ids)
      blocks.push({ part: listOf(items), span: mergedSpan(run), confidence: 0.9, ids })
      if (/[1*]/u.test(items[0]?.sign ?? '')) flags.push(inferred(run))
    } else blocks.push(...run)
    index += run.length
  }
  return { blocks, flags }
}

/** The lines of a paragraph, the first item on a line of its own. */
function unglued(content: Inline[]): Inline[][] {
  return splitLines(content).flatMap((line, index, lines) => {
    const match = GLUED_LEAD.exec(textOf(line))
    const next = lines[index + 1]
    const cut = match && next && readItem(next)?.sign === '-' ? match.index + match[0].length : 0
    return cut > 0 ? [trimInline(sliceInline(line, 0, cut)), trimInline(sliceInline(line, cut))] : [line]
  })
}

/** In a paragraph with mark-up, hyphens make a list only below a colon: typed dashes are text. */
function listInParagraph(block: DraftBlock): DraftBlock[] {
  const lines = block.part.type === 'paragraph' ? unglued(contentOf(block) ?? []) : []
  const from = lines.findLastIndex((line) => readItem(line)?.sign !== '-') + 1
  const items = lines.slice(from).flatMap((line) => readItem(line) ?? [])
  const lead = lines[from - 1]
  if (!lead || items.length < 2 || !/:$/u.test(textOf(lead))) return [block]
  return [
    { ...block, part: paragraph(joinLines(lines.slice(0, from))) },
    { ...block, part: listOf(items), confidence: 0.9, ids: [] },
  ]
}

/** Lists that are typed: lines that begin with a hyphen, a bullet or a number, one after the other. */
export const findLists: Pass = (draft: Draft, { stripped }) => {
  if (stripped) return listBlocks(draft)
  const flags = [...draft.flags]
  const bulleted = bulletLists(draft.blocks, (detail, run) =>
    flags.push(flag('list-inferred', detail, 0.9, mergedSpan(run))),
  )
  const blocks = bulleted.flatMap((block) => {
    const parts = listInParagraph(block)
    if (parts.length > 1) flags.push(flag('list-inferred', lineOf(block).slice(0, 80), 0.9, block.span))
    return parts
  })
  return { blocks, flags }
}
