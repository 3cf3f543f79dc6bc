/**
 * The article document as it is stored: ProseMirror JSON on our own schema (`schema.ts`). `check.ts` is the only
 * way from unknown JSON to these types, so that every attribute is present and every rule holds inside.
 */

/** Version of the stored shape. A change of shape adds a pure function n → n+1 and raises this. */
export const SCHEMA_VERSION = 1

export type Mark =
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'superscript' | 'subscript' }
  | { type: 'link'; attrs: { href: string; title: string | null } }
  /** A passage in another language than the article's; `lang` is a BCP 47 tag. */
  | { type: 'language'; attrs: { lang: string } }

export type Text = { type: 'text'; text: string; marks?: Mark[] }
export type HardBreak = { type: 'hardBreak'; marks?: Mark[] }
/** The call of a note; `noteId` is the `id` of a footnote. Shown as a number, its rank among the notes. */
export type FootnoteRef = { type: 'footnoteRef'; attrs: { noteId: string }; marks?: Mark[] }
export type Inline = Text | HardBreak | FootnoteRef

export type TextAlign = 'center' | 'right' | null
export type Paragraph = { type: 'paragraph'; attrs: { align: TextAlign }; content?: Inline[] }
/** A heading inside a container (details, table cell, quote); at the top level a heading opens a section. */
export type Subheading = { type: 'subheading'; attrs: { level: number }; content?: Inline[] }

export type Caption = { type: 'caption'; content: Inline[] }
export type FigureAlign = 'left' | 'center' | 'right' | null
/**
 * A picture. `mediaId` is the stored file's, null while the file is missing; `attachmentId` and `src` are what the
 * source said (WordPress attachment, original address). `alt`: '' means the author left it empty, null that the
 * source said nothing. `width` is the display width in CSS pixels asked for by the source. `href` is set when the
 * picture leads elsewhere than to its own file.
 */
export type Figure = {
  type: 'figure'
  attrs: {
    mediaId: string | null
    attachmentId: number | null
    src: string | null
    alt: string | null
    width: number | null
    align: FigureAlign
    href: string | null
  }
  content?: [Caption]
}
export type Gallery = { type: 'gallery'; attrs: { columns: number }; content: Figure[] }

/** Text without its outer quotation marks: they are put at render. */
export type PullQuote = { type: 'pullQuote'; attrs: { attribution: string | null }; content: Paragraph[] }
export type Blockquote = {
  type: 'blockquote'
  attrs: { attribution: string | null }
  content: ContainedBlock[]
}

/** `value`: the number that an item of a numbered list gives itself, from which the next ones count. */
export type ListItem = { type: 'listItem'; attrs: { value: number | null }; content: ContainedBlock[] }
export type BulletList = { type: 'bulletList'; content: ListItem[] }
/** `style` is the HTML `type` attribute: 1, a, A, i, I; `reversed` counts down from `start`. */
export type OrderedList = {
  type: 'orderedList'
  attrs: { start: number; style: '1' | 'a' | 'A' | 'i' | 'I'; reversed: boolean }
  content: ListItem[]
}
export type DefinitionTerm = { type: 'definitionTerm'; content?: Inline[] }
export type DefinitionDescription = { type: 'definitionDescription'; content: ContainedBlock[] }
export type DefinitionList = { type: 'definitionList'; content: (DefinitionTerm | DefinitionDescription)[] }

export type TableCell = {
  type: 'tableCell' | 'tableHeader'
  attrs: { colspan: number; rowspan: number }
  content: ContainedBlock[]
}
/** `foot`: a row of totals or remarks, below the others. */
export type TableRow = { type: 'tableRow'; attrs: { foot: boolean }; content: TableCell[] }
export type Table = { type: 'table'; content: (Caption | TableRow)[] }

export type DetailsSummary = { type: 'detailsSummary'; content?: Inline[] }
export type Details = {
  type: 'details'
  attrs: { anchor: string | null }
  content: (DetailsSummary | ContainedBlock)[]
}
export type CodeBlock = { type: 'codeBlock'; attrs: { language: string | null }; content?: Text[] }
/** Poetry and other text whose line breaks count. */
export type Verse = { type: 'verse'; content?: Inline[] }
export type Separator = { type: 'separator' }

/**
 * A player of another site. `provider` and `id` are null when the site is not known; `start` is in seconds;
 * `fallback` is the text shown where the player is not (a post's words). `poster` is the picture that the source names for
 * its place (original address), `posterId` the stored file of it, or of the one that the site is known to give.
 */
export type Embed = {
  type: 'embed'
  attrs: {
    provider: string | null
    id: string | null
    url: string
    start: number | null
    title: string | null
    fallback: string | null
    poster: string | null
    posterId: string | null
  }
  content?: [Caption]
}
export type Audio = { type: 'audio'; attrs: { sources: string[]; title: string | null }; content?: [Caption] }
export type VideoTrack = { src: string; kind: string; lang: string }
export type Video = {
  type: 'video'
  attrs: { sources: string[]; poster: string | null; tracks: VideoTrack[]; title: string | null }
  content?: [Caption]
}

/** A contents list made by hand; each item leads to a section. */
export type ContentsItem = { type: 'contentsItem'; attrs: { target: string }; content?: Inline[] }
export type Contents = { type: 'contents'; attrs: { title: string | null }; content: ContentsItem[] }

/** A shortcode nobody knows, kept exactly. */
export type LegacyShortcode = { type: 'legacyShortcode'; attrs: { name: string; raw: string } }
/** HTML that has no node of its own, sanitised when it was stored. */
export type RawHtml = { type: 'rawHtml'; attrs: { html: string } }

export type Block =
  | Paragraph
  | Figure
  | Gallery
  | PullQuote
  | Blockquote
  | BulletList
  | OrderedList
  | DefinitionList
  | Table
  | Details
  | CodeBlock
  | Verse
  | Separator
  | Embed
  | Audio
  | Video
  | Contents
  | LegacyShortcode
  | RawHtml
export type ContainedBlock = Block | Subheading

export type SectionKind = 'question' | 'section' | 'ordinal' | 'timecoded' | 'audience'
export type SectionHeading = { type: 'sectionHeading'; content: Inline[] }
/**
 * `anchor`: ASCII id, unique, kept when the heading is reworded; `aliases`: former ids, any characters but spaces.
 * `level`: 2 to 6, as in HTML. `timecode`: seconds into the article's film. `ordinal`: rank of a numbered section.
 */
export type Section = {
  type: 'section'
  attrs: {
    anchor: string
    aliases: string[]
    kind: SectionKind
    level: number
    timecode: number | null
    ordinal: number | null
  }
  content: [SectionHeading, ...Block[]]
}

export type Standfirst = { type: 'standfirst'; content: Paragraph[] }

/** An entry of the summary: `hashtag` in its display form ("#Biniou!"), `target` the anchor of a section. */
export type SummaryItem = {
  type: 'summaryItem'
  attrs: { hashtag: string | null; target: string }
  content?: Inline[]
}
/** `title`, `hint` and `linkLabel` are the source's words for it, its directions, and the link that leads to it. */
export type Summary = {
  type: 'summary'
  attrs: { title: string | null; hint: string | null; linkLabel: string | null }
  content: SummaryItem[]
}

/** `id`: "1", "2" … in the order of the notes; `marker`: what the source printed (`**`, `[1]`). */
export type Footnote = {
  type: 'footnote'
  attrs: { id: string; marker: string | null }
  content: Paragraph[]
}
export type Footnotes = { type: 'footnotes'; content: Footnote[] }

/** `update` and `correction`: what was declared to have changed since publication, `date` being the day of it. */
export type CreditKind =
  | 'method'
  | 'visuals'
  | 'video'
  | 'sound'
  | 'thanks'
  | 'disclosure'
  | 'text'
  | 'update'
  | 'correction'
  | 'other'
export type CreditedPerson = { name: string; role: Role }
/** `date` is YYYY-MM-DD, of the interview; people are those the text names. */
export type Credit = {
  type: 'credit'
  attrs: { kind: CreditKind; people: CreditedPerson[]; place: string | null; date: string | null }
  content?: Inline[]
}
export type Credits = { type: 'credits'; content: Credit[] }

export type FurtherReadingItem = { type: 'furtherReadingItem'; content: Inline[] }
export type FurtherReading = {
  type: 'furtherReading'
  attrs: { title: string | null }
  content: FurtherReadingItem[]
}

/** What a person did for an article. `with`: "avec B"; `proofreading`: the person interviewed read it again. */
export type Role =
  | 'author'
  | 'with'
  | 'introduction'
  | 'interviewer'
  | 'editing'
  | 'image'
  | 'camera'
  | 'sound'
  | 'translation'
  | 'proofreading'
  | 'interviewee'

/** `doc = standfirst? block* section* summary? footnotes? credits? furtherReading?`, in this order. */
export type DocumentPart = Standfirst | Block | Section | Summary | Footnotes | Credits | FurtherReading
export type Document = { type: 'doc'; content: DocumentPart[] }

export type AnyNode =
  | Document
  | DocumentPart
  | Inline
  | Subheading
  | Caption
  | ListItem
  | DefinitionTerm
  | DefinitionDescription
  | TableRow
  | TableCell
  | DetailsSummary
  | ContentsItem
  | SectionHeading
  | SummaryItem
  | Footnote
  | Credit
  | FurtherReadingItem
