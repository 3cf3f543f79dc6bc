import type { Draft, DraftBlock, DraftEntry } from '../draft.ts'
import { textOf, withoutMarks } from '../inline.ts'
import { lineOf, mergedSpan, type Pass, spliced } from './block.ts'
import { itemLine, readEntry } from './summary.ts'

const TITLE =
  /^(?:accès (?:rapide|direct)|au sommaire|sommaire|table des matières|plan de l['’]article|dans cet article|au programme de cet article)(?!\p{L}).{0,60}$/iu
const MAX_ITEM = 140

/** Entries of a short list; the target is the source's link when it has one. */
function contentsEntries(block: DraftBlock | undefined): DraftEntry[] {
  if (block?.part.type !== 'bulletList' && block?.part.type !== 'orderedList') return []
  const lines = block.part.content.map(itemLine)
  const known = lines.filter((line) => line !== null && textOf(line).trim().length <= MAX_ITEM)
  if (known.length !== lines.length || known.length < 2) return []
  return known.map((line) => ({
    hashtag: null,
    target: readEntry(line ?? [])?.target ?? null,
    content: withoutMarks(line ?? [], (mark) => mark.type === 'link' && mark.attrs.href.startsWith('#')),
  }))
}

/** A list made by hand of what the text holds, under its own title ("Accès rapide aux sections:"), in its first third. */
export const findContents: Pass = (draft: Draft) => {
  const index = draft.blocks.findIndex((block, at) => {
    const isEarly = at <= Math.max(8, draft.blocks.length / 3)
    return isEarly && TITLE.test(lineOf(block)) && contentsEntries(draft.blocks[at + 1]).length > 0
  })
  const run = draft.blocks.slice(index, index + 2)
  const [title, list] = run
  if (index < 0 || !title || !list) return draft
  const contents: DraftBlock = {
    part: { type: 'draftContents', title: lineOf(title), items: contentsEntries(list) },
    span: mergedSpan(run),
    confidence: 0.9,
    ids: run.flatMap((block) => block.ids),
  }
  return { ...draft, blocks: spliced(draft.blocks, index, 2, contents) }
}
