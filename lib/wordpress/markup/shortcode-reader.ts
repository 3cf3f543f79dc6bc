import type { Figure } from '../../document/types.ts'
import type { Attachment, DraftBlock } from '../draft.ts'
import type { HtmlNode } from './html.ts'
import { figureOf } from './media.ts'
import { isKnown } from './names.ts'
import { block, type Reader } from './reader.ts'
import type { Shortcode } from './tree.ts'

/** What stands in a shortcode: its text as written, and as blocks with or without paragraphs being made. */
export type ShortcodeInside = {
  raw: string
  body: string
  blocks: () => DraftBlock[]
  inlineBlocks: () => DraftBlock[]
  /** Nodes of HTML that stands in an attribute or in the library. */
  html: (text: string) => HtmlNode[]
}
export type ShortcodeReader = (shortcode: Shortcode, inside: ShortcodeInside, reader: Reader) => DraftBlock[]

/** A shortcode kept exactly as it is written, for an editor to decide: nobody knows it, or it names nothing known. */
export function keepShortcode(name: string, raw: string, shortcode: Shortcode, reader: Reader): DraftBlock[] {
  reader.flag(isKnown(name) ? 'shortcode-kept' : 'shortcode-unknown', name, shortcode)
  return [block({ type: 'legacyShortcode', attrs: { name, raw } }, shortcode)]
}

/** The figure of an attachment, with the caption that the library holds. */
export function attachmentFigure(
  attachment: Attachment,
  withCaption: boolean,
  said: { width: number | null; align: Figure['attrs']['align']; link: string | null },
  inside: ShortcodeInside,
  shortcode: Shortcode,
  reader: Reader,
): Figure | null {
  const caption = withCaption ? reader.line(inside.html(attachment.caption)).content : []
  const picture = { attachmentId: attachment.id, src: attachment.url, alt: attachment.alt, rel: '', ...said }
  return figureOf(picture, caption, reader, shortcode)
}
