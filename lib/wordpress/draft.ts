import type {
  Block,
  Credit,
  Document,
  FurtherReadingItem,
  Inline,
  Role,
  SectionKind,
} from '../document/types.ts'
import type { Proof } from './counts.ts'

/**
 * The converter's work sheet: a flat list of blocks in reading order, each with the place it comes from in the
 * item's `content` (UTF-16 offsets, end exclusive). `markup.ts` makes it from HTML and shortcodes; the passes in
 * `passes/` turn paragraphs into headings, quotes, notes, summary, credits; `assemble.ts` makes the document.
 */
export type Span = { start: number; end: number }

/** For the report. `code` is stable and short (`media-missing`, `heading-inferred`); `detail` names the thing. */
export type Flag = { code: string; detail: string; confidence: number | null; span: Span | null }

/** Becomes a section; what follows, up to the next one, is its content. */
export type DraftHeading = {
  type: 'heading'
  level: number
  kind: SectionKind
  timecode: number | null
  ordinal: number | null
  content: Inline[]
}
/** `target` is the id that the source's link names, or null when the link is lost. */
export type DraftEntry = { hashtag: string | null; target: string | null; content: Inline[] }
export type DraftPart =
  | Block
  | DraftHeading
  | { type: 'draftByline'; people: DraftCredit[]; content: Inline[] }
  | { type: 'draftStandfirst'; content: Inline[] }
  | { type: 'draftSummary'; title: string | null; hint: string | null; items: DraftEntry[] }
  | { type: 'draftSummaryLink'; label: string }
  | { type: 'draftContents'; title: string | null; items: DraftEntry[] }
  | { type: 'draftFootnote'; marker: string; content: Inline[] }
  | { type: 'draftCredit'; credit: Credit }
  | { type: 'draftFurtherReading'; title: string | null; items: FurtherReadingItem[] }

/**
 * `ids` are those of the source (`id`, `<a name>`) that stand on the block or just before it: in-page links lead
 * there. `confidence` is 1 where the mark-up says what the block is, less where a pass inferred it. In-page links
 * keep the source's own `#id` until `assemble.ts` maps them to anchors.
 */
export type DraftBlock = { part: DraftPart; span: Span; confidence: number; ids: string[] }

export type Draft = { blocks: DraftBlock[]; flags: Flag[] }

export type DraftCredit = { name: string; role: Role }

/** What is known of an attachment when an article is converted. `caption` is HTML as WordPress stores it. */
export type Attachment = {
  id: number
  url: string
  width: number | null
  height: number | null
  alt: string | null
  caption: string
  parent: number
  menuOrder: number
}

/**
 * `attachments` by WordPress id; `hosts` are the site's own host names, for links that are internal; `reusable` is the
 * content of reusable blocks by WordPress id.
 */
export type ConvertContext = {
  attachments: ReadonlyMap<number, Attachment>
  hosts: readonly string[]
  reusable?: ReadonlyMap<number, string>
}

/** Sections of the magazine, from the title's prefix ("Entretien / …"). */
export type ArticleKind = 'interview' | 'report' | 'focus' | 'write-up'

/** An item turned into an article: columns, credits and document, and all that an editor should look at. */
export type Converted = {
  kind: ArticleKind | null
  /** Without the prefix; `legacyTitle` is the source's own. */
  title: string
  legacyTitle: string
  standfirst: string
  credits: DraftCredit[]
  document: Document
  flags: Flag[]
  proof: Proof
}
