import type { DraftBlock } from '../draft.ts'
import { addressOf, decodeHtml, heading, linkedText, paragraph, parseFields } from './builder-parts.ts'
import { lineOrNull } from './html.ts'
import { alignOf, figureOf, pixels, wordpressId } from './media.ts'
import { isLayout } from './names.ts'
import { readEmbed } from './players.ts'
import { block, contained, idsOf, type Reader } from './reader.ts'
import {
  attachmentFigure,
  keepShortcode,
  type ShortcodeInside,
  type ShortcodeReader,
} from './shortcode-reader.ts'
import { detailsOf, headingOf } from './titled.ts'
import type { Shortcode } from './tree.ts'

const readHeadingShortcode: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const font = parseFields(named.font_container)
  const line = reader.line(inside.html(named.text ?? ''))
  const address = addressOf(named.link)
  const text = line.content
  const content = address
    ? text.flatMap((node) =>
        node.type === 'text' ? linkedText(node.text, address, reader, shortcode) : [node],
      )
    : text
  const align = font.text_align === 'center' || font.text_align === 'right' ? font.text_align : null
  const level = /^h([1-6])$/i.exec(font.tag ?? 'h2')?.[1]
  if (!level) return [...paragraph(content, shortcode, align), ...inside.blocks()]
  return content.length > 0 ? [block(headingOf(Number(level), content), shortcode)] : inside.blocks()
}

const readButton: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const text = lineOrNull(named.title ?? parseFields(named.link).title)
  const content = text ? linkedText(text, addressOf(named.link ?? named.href), reader, shortcode) : []
  return [...paragraph(content, shortcode), ...inside.blocks()]
}

const readCallToAction: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const text = lineOrNull(named.btn_title)
  const content = text ? linkedText(text, addressOf(named.btn_link), reader, shortcode) : []
  return [
    ...heading(named.h2, 2, inside, reader, shortcode),
    ...heading(named.h4, 4, inside, reader, shortcode),
    ...inside.blocks(),
    ...paragraph(content, shortcode),
  ]
}

const readVideo: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const embed = readEmbed(named.link ?? '', lineOrNull(named.title), reader, shortcode)
  return embed ? [block(embed, shortcode)] : inside.blocks()
}

const readPanel: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const summary = reader.line(inside.html(named.title ?? ''))
  const blocks = inside.blocks()
  if (summary.content.length === 0 && contained(blocks).length === 0) return []
  const id = named.tab_id ?? named.el_id
  return [
    block(detailsOf(summary.content, blocks, id ?? null), shortcode, [...(id ? [id] : []), ...idsOf(blocks)]),
  ]
}

const readImage: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const id = wordpressId(named.image)
  const said = {
    width: pixels(/^(\d+)x\d+$/.exec(named.img_size ?? '')?.[1]),
    align: alignOf([named.alignment ?? '']),
    link:
      /^custom_link$/.test(named.onclick ?? '') || named.img_link
        ? (addressOf(named.link ?? named.img_link) ?? null)
        : null,
  }
  const attachment = id === null ? undefined : reader.context.attachments.get(id)
  const caption = reader.line(inside.html(named.caption ?? named.title ?? '')).content
  const withCaption = named.add_caption === 'yes'
  const src = named.custom_src ?? null
  const figure =
    attachment && caption.length === 0
      ? attachmentFigure(attachment, withCaption, said, inside, shortcode, reader)
      : figureOf(
          { attachmentId: id, src: attachment?.url ?? src, alt: attachment?.alt ?? null, rel: '', ...said },
          caption,
          reader,
          shortcode,
        )
  return figure ? [block(figure, shortcode)] : []
}

const readGalleryElement: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const ids = (named.images ?? '').split(',').flatMap((word) => wordpressId(word) ?? [])
  const figures = ids.flatMap((id) => {
    const attachment = reader.context.attachments.get(id)
    if (!attachment) reader.flag('media-missing', String(id), shortcode)
    const said = { width: null, align: null, link: null }
    return attachment ? (attachmentFigure(attachment, true, said, inside, shortcode, reader) ?? []) : []
  })
  if (figures.length === 0) return keepShortcode(shortcode.name, inside.raw, shortcode, reader)
  return [
    ...heading(named.title, 2, inside, reader, shortcode),
    block({ type: 'gallery', attrs: { columns: 3 }, content: figures }, shortcode),
  ]
}

/** `[vc_raw_html]`: base64 of percent-encoded HTML. */
const readRawHtml: ShortcodeReader = (_shortcode, inside, reader) => {
  const html = decodeHtml(inside.body)
  return html === null ? inside.blocks() : reader.blocks(inside.html(html))
}

const readRawScript: ShortcodeReader = (shortcode, inside, reader) => {
  reader.flag('removed:script', inside.raw, shortcode)
  return []
}

const readSeparator: ShortcodeReader = (shortcode, inside, reader) => [
  block({ type: 'separator' }, shortcode),
  ...heading(shortcode.attributes.named.title, 4, inside, reader, shortcode),
]

/** The frame of a map, written out in an attribute. */
const readMap: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const blocks = reader.blocks(inside.html(named.link ?? ''))
  if (blocks.length === 0) return keepShortcode(shortcode.name, inside.raw, shortcode, reader)
  return [...heading(named.title, 3, inside, reader, shortcode), ...blocks]
}

const readNothing: ShortcodeReader = (_shortcode, inside) => inside.blocks()

const READERS: ReadonlyMap<string, ShortcodeReader> = new Map(
  Object.entries({
    vc_custom_heading: readHeadingShortcode,
    vc_btn: readButton,
    vc_button: readButton,
    vc_button2: readButton,
    vc_cta: readCallToAction,
    vc_cta_button: readCallToAction,
    vc_cta_button2: readCallToAction,
    vc_video: readVideo,
    vc_toggle: readPanel,
    vc_tta_section: readPanel,
    vc_tab: readPanel,
    vc_accordion_tab: readPanel,
    vc_single_image: readImage,
    vc_gallery: readGalleryElement,
    vc_images_carousel: readGalleryElement,
    vc_raw_html: readRawHtml,
    vc_raw_js: readRawScript,
    vc_separator: readSeparator,
    vc_text_separator: readSeparator,
    vc_gmaps: readMap,
    vc_empty_space: readNothing,
    vc_icon: readNothing,
  }),
)

/** The blocks of a WPBakery shortcode, or null for one that is not known. Its titles stand in attributes. */
export function readWpBakery(
  shortcode: Shortcode,
  inside: ShortcodeInside,
  reader: Reader,
): DraftBlock[] | null {
  const read = READERS.get(shortcode.name)
  if (read) return read(shortcode, inside, reader)
  if (!isLayout(shortcode.name)) return null
  return heading(shortcode.attributes.named.title, 2, inside, reader, shortcode)
}
