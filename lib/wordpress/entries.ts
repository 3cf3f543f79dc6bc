import type { Block, Contents, ListItem, Summary } from '../document/types.ts'
import { idKey } from './anchors.ts'
import type { DraftBlock, DraftEntry, Flag } from './draft.ts'
import { textOf } from './inline.ts'
import { mapLines } from './map-lines.ts'
import { paragraph } from './passes/block.ts'
import type { SectionDraft } from './sections.ts'
import { matchSections, type Said } from './targets.ts'

const SURE = 0.52

/** The entries of a block with the index of the section that each leads to, and what is doubtful about it. */
export type Aimed = { block: DraftBlock; entries: DraftEntry[]; sections: number[]; flags: Flag[] }

/** The words of a section, without pictures' captions. */
function wordsOf({ heading, blocks }: SectionDraft): Said {
  const lines: string[] = []
  for (const { part } of blocks) {
    mapLines(part, (content) => {
      lines.push(textOf(content))
      return content
    })
  }
  return { title: textOf(heading.content), text: lines.join(' ') }
}

/** The section that holds each of the source's ids, by `idKey`. */
function holders(sections: readonly SectionDraft[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, section] of sections.entries()) {
    for (const id of [...section.ids, ...section.blocks.flatMap(({ ids }) => ids)])
      if (!found.has(idKey(id))) found.set(idKey(id), index)
  }
  return found
}

/** The source's link where it leads somewhere, else the same order and the words in common. */
export function aimEntries(
  block: DraftBlock,
  entries: DraftEntry[],
  sections: readonly SectionDraft[],
): Aimed {
  const held = holders(sections)
  const linked = entries.map(({ target }) => (target === null ? -1 : (held.get(idKey(target)) ?? -1)))
  const said = entries.map(({ hashtag, content }) =>
    hashtag ? { title: hashtag, text: textOf(content) } : { title: textOf(content), text: '' },
  )
  const matches = linked.includes(-1) ? matchSections(said, sections.map(wordsOf)) : []
  const flags = entries.flatMap((entry, index): Flag[] => {
    if ((linked[index] ?? -1) >= 0) return []
    const detail = entry.hashtag ?? textOf(entry.content)
    const confidence = matches[index]?.confidence ?? 0
    const dead =
      entry.target === null
        ? []
        : [{ code: 'anchor-missing', detail: `#${entry.target}`, confidence: null, span: block.span }]
    const doubt =
      confidence < SURE ? [{ code: 'summary-target-uncertain', detail, confidence, span: block.span }] : []
    return [...dead, ...doubt]
  })
  const aims = entries.map((_, index) =>
    (linked[index] ?? -1) >= 0 ? (linked[index] ?? 0) : (matches[index]?.index ?? 0),
  )
  return { block, entries, sections: aims, flags }
}

/** The same aims for the block that took the place of theirs: its links changed, its words did not. */
export function moved(aimed: Aimed, block: DraftBlock): Aimed {
  const { part } = block
  const isList = part.type === 'draftSummary' || part.type === 'draftContents'
  return { ...aimed, block, entries: isList ? part.items : aimed.entries }
}

const anchorAt = (sections: readonly SectionDraft[], index: number | undefined) =>
  sections[index ?? 0]?.anchor ?? ''

export function summaryNode(
  attrs: Summary['attrs'],
  { entries, sections: aims }: Aimed,
  sections: readonly SectionDraft[],
): Summary {
  const content = entries.map(({ hashtag, content: words }, index): Summary['content'][number] => ({
    type: 'summaryItem',
    attrs: { hashtag, target: anchorAt(sections, aims[index]) },
    content: words,
  }))
  return { type: 'summary', attrs, content }
}

export function contentsNode(
  title: string | null,
  { entries, sections: aims }: Aimed,
  sections: readonly SectionDraft[],
): Contents {
  const content = entries.map(({ content: words }, index): Contents['content'][number] => ({
    type: 'contentsItem',
    attrs: { target: anchorAt(sections, aims[index]) },
    content: words,
  }))
  return { type: 'contents', attrs: { title }, content }
}

/** Entries that lead nowhere, since the article has no section: a title line and a plain list. */
export function plainEntries(lines: readonly (string | null)[], entries: readonly DraftEntry[]): Block[] {
  const titles = lines.flatMap((text) => (text ? [paragraph([{ type: 'text', text }])] : []))
  const content = entries.map(
    ({ hashtag, content: words }): ListItem => ({
      type: 'listItem',
      attrs: { value: null },
      content: [paragraph(hashtag ? [{ type: 'text', text: `${hashtag} ` }, ...words] : words)],
    }),
  )
  return [...titles, { type: 'bulletList', content }]
}
