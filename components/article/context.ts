import type { ReactNode } from 'react'
import type { PersonLink, Picture } from '../../lib/articles/types.ts'
import type {
  AnyNode,
  Audio,
  ContainedBlock,
  Document,
  Embed,
  Figure,
  FootnoteRef,
  Section,
  SummaryItem,
  Video,
} from '../../lib/document/types.ts'
import { walk } from '../../lib/document/walk.ts'
import { playerShape } from '../../lib/players.ts'
import { hashtagIds } from './hashtag-ids.ts'
import { fitInMargin } from './margin-notes.ts'

/** Renders the blocks held by a container: given to the containers, so that one switch serves them all. */
export type RenderBlocks = (blocks: readonly ContainedBlock[]) => ReactNode

/** What one place of the article knows of the others: note calls, summary entries, levels of headings. */
export type ArticleContext = {
  pictures: Record<string, Picture>
  /** Those whose name leads to their page, in captions and credits. */
  people: readonly PersonLink[]
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
  /** What the time codes of the article are moments of: its first film, else its first sound. */
  film: Embed | Audio | Video | null
  /** A picture with which the article opens: it is asked for first. */
  leadFigure: Figure | null
  /** The notes stand beside the text on a wide screen. */
  marginNotes: boolean
  /** More ids of each section, by anchor: the #hashtags that lead to it, as readers write them. */
  hashtagIds: ReadonlyMap<string, readonly string[]>
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

function filmOf(nodes: readonly AnyNode[]): ArticleContext['film'] {
  const players = nodes.filter(
    (node) => node.type === 'embed' || node.type === 'audio' || node.type === 'video',
  )
  const isFilm = (node: Embed | Audio | Video) =>
    node.type === 'video' || (node.type === 'embed' && playerShape(node.attrs) === 'film')
  const isSound = (node: Embed | Audio | Video) =>
    node.type === 'audio' || (node.type === 'embed' && playerShape(node.attrs) === 'sound')
  return players.find(isFilm) ?? players.find(isSound) ?? null
}

/** A picture among the first two blocks of the text is in sight when the page opens. */
function leadFigure(document: Document): Figure | null {
  const blocks = document.content.filter(({ type }) => type !== 'standfirst').slice(0, 2)
  return blocks.find((block) => block.type === 'figure') ?? null
}

/** Reads a checked document once, before it is rendered. `isOpening`: nothing stands above it but its title. */
export function articleContext(
  document: Document,
  pictures: Record<string, Picture>,
  isOpening = false,
  people: readonly PersonLink[] = [],
): ArticleContext {
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
    people,
    callIds,
    callsOfNote: new Map([...calls].map(([id, group]) => [id, group.map((call) => callIds.get(call) ?? '')])),
    noteNumbers: new Map(notes.map((note, index) => [note.attrs.id, index + 1])),
    entryIds: numberedIds(entries, 'resume-', '.'),
    entriesOfSection: entries,
    headingLevels: headingLevels(nodes.filter((node) => node.type === 'section')),
    figureIds: figureIds(nodes.filter((node) => node.type === 'figure')),
    film: filmOf(nodes),
    leadFigure: isOpening ? leadFigure(document) : null,
    marginNotes: fitInMargin(document),
    hashtagIds: hashtagIds(document),
  }
}
