import type { Block, Inline } from '../../document/types.ts'
import type { Draft, DraftBlock, DraftEntry } from '../draft.ts'
import { textOf, withoutMarks } from '../inline.ts'
import { lineOf, mergedSpan, type Pass, spliced } from './block.ts'
import { itemLine, readEntry } from './summary.ts'

const TITLE =
  /^(?:accès (?:rapide|direct)|au sommaire|sommaire|table des matières|plan de l['’]article|dans cet article|au programme de cet article)(?!\p{L}).{0,60}$/iu
const MAX_ITEM = 140

/** The lines of a list and of the lists inside its items, in order; null when an item holds anything else. */
function listLines(list: Block): Inline[][] | null {
  if (list.type !== 'bulletList' && list.type !== 'orderedList') return null
  const lines = list.content.flatMap((item) => {
    const inner = item.content.filter(({ type }) => type === 'bulletList' || type === 'orderedList')
    const line = itemLine({ ...item, content: item.content.filter((child) => !inner.includes(child)) })
    return [
      line,
      ...inner.flatMap((child) => (child.type === 'subheading' ? [null] : (listLines(child) ?? [null]))),
    ]
  })
  const known = lines.filter((line) => line !== null)
  return known.length === lines.length ? known : null
}

/** Entries of a short list; the target is the source's link when it has one. */
function contentsEntries(block: DraftBlock | undefined): DraftEntry[] {
  const part = block?.part
  const lines = part?.type === 'bulletList' || part?.type === 'orderedList' ? (listLines(part) ?? []) : []
  if (lines.length < 2 || lines.some((line) => textOf(line).trim().length > MAX_ITEM)) return []
  return lines.map((line) => ({
    hashtag: null,
    target: readEntry(line)?.target ?? null,
    content: withoutMarks(line, (mark) => mark.type === 'link' && mark.attrs.href.startsWith('#')),
  }))
}

/** Without a title, every entry must be a link into the text. */
function isContents(blocks: readonly DraftBlock[], at: number): boolean {
  const isEarly = at <= Math.max(8, blocks.length / 3)
  if (!isEarly) return false
  if (TITLE.test(lineOf(blocks[at]))) return contentsEntries(blocks[at + 1]).length > 0
  const entries = contentsEntries(blocks[at])
  return entries.length > 0 && entries.every(({ target }) => target !== null)
}

/**
 * A list made by hand of what the text holds, in its first third: under its own title ("Accès rapide aux sections:"),
 * or all links into the text.
 */
export const findContents: Pass = (draft: Draft) => {
  const index = draft.blocks.findIndex((_, at) => isContents(draft.blocks, at))
  if (index < 0) return draft
  const title = lineOf(draft.blocks[index])
  const run = draft.blocks.slice(index, index + (title === '' ? 1 : 2))
  const contents: DraftBlock = {
    part: { type: 'draftContents', title: title || null, items: contentsEntries(run.at(-1)) },
    span: mergedSpan(run),
    confidence: 0.9,
    ids: run.flatMap((block) => block.ids),
  }
  return { ...draft, blocks: spliced(draft.blocks, index, run.length, contents) }
}
