import { type AnchorBook, anchorBook, idKey } from './anchors.ts'
import { detailsAnchors } from './details-anchors.ts'
import type { DraftBlock, DraftHeading } from './draft.ts'
import { textOf } from './inline.ts'

/** A section on its way: its blocks, and the anchor and aliases that lead to it. */
export type SectionDraft = {
  heading: DraftHeading
  ids: string[]
  blocks: DraftBlock[]
  anchor: string
  aliases: string[]
}
export type Outline = {
  intro: DraftBlock[]
  sections: SectionDraft[]
  /** Parts that have their own place after the sections. */
  matter: DraftBlock[]
}

const MATTER = [
  'draftByline',
  'draftStandfirst',
  'draftSummary',
  'draftSummaryLink',
  'draftFootnote',
  'draftCredit',
  'draftFurtherReading',
]

/** Parts the flat list at its headings. A heading without words leaves only its ids behind. */
export function outline(blocks: readonly DraftBlock[]): Outline {
  const result: Outline = { intro: [], sections: [], matter: [] }
  for (const block of blocks) {
    const { part } = block
    const section = result.sections.at(-1)
    if (MATTER.includes(part.type)) result.matter.push(block)
    else if (part.type !== 'heading') (section?.blocks ?? result.intro).push(block)
    else if (textOf(part.content).trim() === '') section?.ids.push(...block.ids)
    else result.sections.push({ heading: part, ids: [...block.ids], blocks: [], anchor: '', aliases: [] })
  }
  return result
}

/** Wishes for an anchor: the source's ids, the hashtag that leads there, the words of the heading. */
function nameSection(section: SectionDraft, hashtag: string | undefined, book: AnchorBook): void {
  const heading = textOf(section.heading.content).replace(/[[(]\d{1,3}(?::\d\d){1,2}[\])]\s*$/u, '')
  section.anchor = book.take(section.ids, [...(hashtag ? [hashtag] : []), heading])
}

/**
 * Gives every section its anchor: the source's id byte for byte when it is a valid one, else an ASCII form. The
 * source's other ids in a section, on whatever block, are its aliases. `hashtags` by index of the section.
 */
export function nameSections({ intro, sections }: Outline, hashtags: ReadonlyMap<number, string>): void {
  const all = [...intro, ...sections.flatMap((section) => section.blocks)]
  const book = anchorBook(detailsAnchors(all))
  for (const [index, section] of sections.entries()) nameSection(section, hashtags.get(index), book)
  for (const section of sections) {
    const ids = [...section.ids, ...section.blocks.flatMap((block) => block.ids)]
    section.aliases = ids.filter((id) => id !== section.anchor && book.takeAlias(id))
  }
}

/** Where an in-page link leads: the source's id (as `idKey`) to the id of the page. */
export function linkTargets({ intro, sections, matter }: Outline): Map<string, string> {
  const targets = new Map<string, string>()
  const add = (id: string, target: string) => {
    if (!targets.has(idKey(id))) targets.set(idKey(id), target)
  }
  for (const { anchor, ids, blocks } of sections) {
    for (const id of [...ids, anchor]) add(id, anchor)
    for (const block of blocks) for (const id of block.ids) add(id, anchor)
  }
  let note = 0
  for (const { part, ids } of matter) {
    if (part.type === 'draftFootnote') note += 1
    const target =
      part.type === 'draftSummary' ? 'resume' : part.type === 'draftFootnote' ? `note-${note}` : 'contenu'
    if (part.type !== 'draftSummaryLink') for (const id of ids) add(id, target)
  }
  for (const block of intro) for (const id of block.ids) add(id, 'contenu')
  return targets
}
