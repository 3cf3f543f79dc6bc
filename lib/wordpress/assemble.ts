import { check } from '../document/check.ts'
import type {
  Block,
  Credit,
  Document,
  DocumentPart,
  Footnote,
  FurtherReading,
  Paragraph,
  Section,
  Summary,
} from '../document/types.ts'
import { uniqueDetails } from './details-anchors.ts'
import type { Draft, DraftBlock, Flag } from './draft.ts'
import { type Aimed, aimEntries, contentsNode, moved, plainEntries, summaryNode } from './entries.ts'
import { mapLinks } from './links.ts'
import { flag, paragraph } from './passes/block.ts'
import { linkTargets, nameSections, type Outline, outline, type SectionDraft } from './sections.ts'

/** Parts of the draft on their way into the document, and what is to be said of them. */
type Sheet = Outline & { summary: Aimed | null; contents: Map<DraftBlock, Aimed>; flags: Flag[] }

function aim(plan: Outline): Sheet {
  const { sections } = plan
  const contents = new Map<DraftBlock, Aimed>()
  let summary: Aimed | null = null
  for (const block of [...plan.intro, ...sections.flatMap((section) => section.blocks), ...plan.matter]) {
    if (sections.length === 0) continue
    if (block.part.type === 'draftContents')
      contents.set(block, aimEntries(block, block.part.items, sections))
    if (block.part.type === 'draftSummary') summary = aimEntries(block, block.part.items, sections)
  }
  const flags = [...(summary?.flags ?? []), ...[...contents.values()].flatMap((aimed) => aimed.flags)]
  return { ...plan, summary, contents, flags }
}

/** The first hashtag that leads to each section. */
function hashtagsOf(summary: Aimed | null): Map<number, string> {
  const hashtags = new Map<number, string>()
  for (const [index, { hashtag }] of (summary?.entries ?? []).entries()) {
    const section = summary?.sections[index]
    if (hashtag && section !== undefined && !hashtags.has(section)) hashtags.set(section, hashtag)
  }
  return hashtags
}

/** What a block of the draft is in the document; parts with a place of their own are not here. */
function blocksOf(block: DraftBlock, { contents, sections }: Sheet): Block[] {
  const { part } = block
  switch (part.type) {
    case 'draftContents': {
      const aimed = contents.get(block)
      return aimed ? [contentsNode(part.title, aimed, sections)] : plainEntries([part.title], part.items)
    }
    case 'heading':
    case 'draftByline':
    case 'draftStandfirst':
    case 'draftSummary':
    case 'draftSummaryLink':
    case 'draftFootnote':
    case 'draftCredit':
    case 'draftFurtherReading':
      return []
    default:
      return [part]
  }
}

function sectionNode({ heading, blocks, anchor, aliases }: SectionDraft, sheet: Sheet): Section {
  const { kind, level, timecode, ordinal } = heading
  return {
    type: 'section',
    attrs: { anchor, aliases, kind, level: Math.min(6, Math.max(2, level)), timecode, ordinal },
    content: [
      { type: 'sectionHeading', content: heading.content },
      ...blocks.flatMap((block) => blocksOf(block, sheet)),
    ],
  }
}

function standfirstPart(matter: readonly DraftBlock[]): DocumentPart[] {
  const content = matter.flatMap(({ part }): Paragraph[] =>
    part.type === 'draftStandfirst' ? [paragraph(part.content)] : [],
  )
  return content.length > 0 ? [{ type: 'standfirst', content }] : []
}

function summaryPart({ matter, summary, sections }: Sheet): Summary[] {
  const link = matter
    .map(({ part }) => (part.type === 'draftSummaryLink' ? part.label : null))
    .find((label) => label)
  return matter.flatMap(({ part }) =>
    part.type === 'draftSummary' && summary
      ? [summaryNode({ title: part.title, hint: part.hint, linkLabel: link ?? null }, summary, sections)]
      : [],
  )
}

/** A summary in an article without sections has nothing to lead to: it stays text, with its link. */
function homeless({ matter, summary }: Sheet): Block[] {
  return matter.flatMap(({ part }): Block[] => {
    if (summary !== null) return []
    if (part.type === 'draftSummaryLink') return [paragraph([{ type: 'text', text: part.label }])]
    return part.type === 'draftSummary' ? plainEntries([part.title, part.hint], part.items) : []
  })
}

function endMatter({ matter }: Sheet): DocumentPart[] {
  const notes: Footnote[] = []
  const credits: Credit[] = []
  const readings: FurtherReading[] = []
  for (const { part } of matter) {
    if (part.type === 'draftFootnote') {
      const attrs = { id: String(notes.length + 1), marker: part.marker || null }
      notes.push({ type: 'footnote', attrs, content: [paragraph(part.content)] })
    } else if (part.type === 'draftCredit') credits.push(part.credit)
    else if (part.type === 'draftFurtherReading')
      readings.push({ type: 'furtherReading', attrs: { title: part.title }, content: part.items })
  }
  return [
    ...(notes.length > 0 ? [{ type: 'footnotes' as const, content: notes }] : []),
    ...(credits.length > 0 ? [{ type: 'credits' as const, content: credits }] : []),
    ...readings,
  ]
}

/** In-page links led to our ids; the blocks keep their order. */
function linked(draft: Draft, plan: Outline, self: string): Draft {
  const links = { targets: linkTargets(plan), self }
  const mapped = draft.blocks.map((block) => mapLinks(block, links))
  return { blocks: mapped.map(({ block }) => block), flags: mapped.flatMap(({ flags }) => flags) }
}

/** Sections of a draft keep their place when its lines change: names go from one outline to the other. */
function renamed(plan: Outline, named: Outline): Outline {
  const sections = plan.sections.map((section, index) => ({
    ...section,
    anchor: named.sections[index]?.anchor ?? '',
    aliases: named.sections[index]?.aliases ?? [],
  }))
  return { ...plan, sections }
}

/** The aims of one outline in another of the same blocks, whose lines changed. */
function carried(sheet: Sheet, plan: Outline, twin: (block: DraftBlock) => DraftBlock): Sheet {
  const inPlan = (aimed: Aimed) => moved(aimed, twin(aimed.block))
  const contents = [...sheet.contents.values()].map(inPlan)
  return {
    ...plan,
    summary: sheet.summary && inPlan(sheet.summary),
    contents: new Map(contents.map((aimed) => [aimed.block, aimed])),
    flags: [],
  }
}

/**
 * Makes the document of a draft that all passes have seen: sections, anchors, in-page links, summary, notes, credits in
 * their order. `self` is the item's own address ('' when unknown). Throws `DocumentError` only if a step is at fault.
 */
export function assemble(source: Draft, self: string): { document: Document; flags: Flag[] } {
  const draft = { ...source, blocks: uniqueDetails(source.blocks) }
  const named = outline(draft.blocks)
  const aimed = aim(named)
  nameSections(named, hashtagsOf(aimed.summary))
  const links = linked(draft, named, self)
  const sheet = carried(aimed, renamed(outline(links.blocks), named), (block) => {
    return links.blocks[draft.blocks.indexOf(block)] ?? block
  })
  const lost = homeless(sheet)
  const content: DocumentPart[] = [
    ...standfirstPart(sheet.matter),
    ...sheet.intro.flatMap((block) => blocksOf(block, sheet)),
    ...lost,
    ...sheet.sections.map((section) => sectionNode(section, sheet)),
    ...summaryPart(sheet),
    ...endMatter(sheet),
  ]
  const homelessFlags = lost.length > 0 ? [flag('summary-without-section', '', null, null)] : []
  return {
    document: check({ type: 'doc', content }),
    flags: [...draft.flags, ...aimed.flags, ...links.flags, ...homelessFlags],
  }
}
