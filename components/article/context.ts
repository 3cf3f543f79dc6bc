import type { ReactNode } from 'react'
import type { Picture } from '../../lib/articles/types.ts'
import type {
  ContainedBlock,
  Document,
  Figure,
  FootnoteRef,
  Section,
  SummaryItem,
} from '../../lib/document/types.ts'
import { walk } from '../../lib/document/walk.ts'

/** Renders the blocks held by a container: given to the containers, so that one switch serves them all. */
export type RenderBlocks = (blocks: readonly ContainedBlock[]) => ReactNode

/** What one place of the article knows of the others: note calls, summary entries, levels of headings. */
export type ArticleContext = {
  pictures: Record<string, Picture>
  /** The `id` of each call of a note: `appel-1`, then `appel-1-2` when the same note is called again. */
  callIds: ReadonlyMap<FootnoteRef, string>
  /** The calls of each note, by `noteId`, in reading order. */
  callsOfNote: ReadonlyMap<string, readonly string[]>
  /** Rank of each note among the notes, from 1, by `noteId`. */
  noteNumbers: ReadonlyMap<string, number>
  /** The `id` of each summary entry: `resume-ANCHOR`, then `resume-ANCHOR.2` (no anchor holds a full stop). */
  entryIds: ReadonlyMap<SummaryItem, string>
  /** The summary entries that lead to each section, by anchor. */
  entriesOfSection: ReadonlyMap<string, readonly SummaryItem[]>
  headingLevels: ReadonlyMap<Section, number>
  /** `media-12` for the first figure that shows WordPress's attachment 12: its old page leads there. */
  figureIds: ReadonlyMap<Figure, string>
}

/** `first`, then `first` + separator + 2, 3 …: an `id` for each member of each group. */
function numberedIds<T>(groups: ReadonlyMap<string, readonly T[]>, prefix: string, separator: string) {
  const ids = [...groups].flatMap(([name, members]) =>
    members.map((member, index): [T, string] => [
      member,
      index === 0 ? `${prefix}${name}` : `${prefix}${name}${separator}${index + 1}`,
    ]),
  )
  return new Map(ids)
}

/**
 * The level at which each section's heading is shown: the stored one, but never more than one below the heading
 * before it, since a skipped level loses whoever reads by headings (WCAG 1.3.1). The page's title is level 1.
 */
export function headingLevels(sections: readonly Section[]): Map<Section, number> {
  const open: { stored: number; shown: number }[] = []
  const levels = new Map<Section, number>()
  for (const section of sections) {
    const stored = section.attrs.level
    while (open.length > 0 && (open.at(-1)?.stored ?? 0) >= stored) open.pop()
    const shown = (open.at(-1)?.shown ?? 1) + 1
    open.push({ stored, shown })
    levels.set(section, shown)
  }
  return levels
}

function figureIds(figures: readonly Figure[]): Map<Figure, string> {
  const first = new Map<number, Figure>()
  for (const figure of figures) {
    const { attachmentId } = figure.attrs
    if (attachmentId !== null && !first.has(attachmentId)) first.set(attachmentId, figure)
  }
  return new Map([...first].map(([id, figure]) => [figure, `media-${id}`]))
}

/** Reads a checked document once, before it is rendered. */
export function articleContext(document: Document, pictures: Record<string, Picture>): ArticleContext {
  const nodes = [...walk(document)]
  const calls = Map.groupBy(
    nodes.filter((node) => node.type === 'footnoteRef'),
    (call) => call.attrs.noteId,
  )
  const entries = Map.groupBy(
    nodes.filter((node) => node.type === 'summaryItem'),
    (entry) => entry.attrs.target,
  )
  const notes = nodes.filter((node) => node.type === 'footnote')
  const callIds = numberedIds(calls, 'appel-', '-')
  return {
    pictures,
    callIds,
    callsOfNote: new Map([...calls].map(([id, group]) => [id, group.map((call) => callIds.get(call) ?? '')])),
    noteNumbers: new Map(notes.map((note, index) => [note.attrs.id, index + 1])),
    entryIds: numberedIds(entries, 'resume-', '.'),
    entriesOfSection: entries,
    headingLevels: headingLevels(nodes.filter((node) => node.type === 'section')),
    figureIds: figureIds(nodes.filter((node) => node.type === 'figure')),
  }
}
