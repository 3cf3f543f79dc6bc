import type { DraftBlock } from '../draft.ts'
import { readHref } from './addresses.ts'
import type { EditorBlock } from './block-comments.ts'
import { isSwitch, LINES, TITLES } from './builder-text.ts'
import type { HtmlNode } from './html.ts'
import { textNode } from './inline.ts'
import { figureOf } from './media.ts'
import { block, type Reader } from './reader.ts'
import { headingOf } from './titled.ts'

/**
 * A plugin's block without HTML is filled by its template, from its fields (ACF, Lazy Blocks, Carbon Fields…). What
 * its fields say is read in their order: words and pictures; settings are left out.
 */
type Field = { name: string; value: string | number; href: string | null }

/** Names of settings, which hold no words for readers. */
const SETTING =
  /(?:^_|^(?:id|mode|align|anchor|lock|metadata|layout|supports|lang|locale|type|kind)$|class|style|colou?r|couleur|fond$|font|taille|typograph|gradient|shadow|animation|breakpoint|selector|css|icon|url|link|href|slug|date|token|key$)/i
const TITLE = /(?:^|_)(?:titre|title|heading|headline|intitule)$/i
const PICTURE =
  /(?:^|_)(?:image|photo|picture|img|visuel|portrait|logo|media|thumbnail|illustration)s?(?:_?id)?$/i
const GALLERY = /galler|galerie|diaporama|slider|images|photos/i
const PICTURE_FILE = /^(?:https?:)?\/[^\s<>"]{1,2000}\.(?:jpe?g|png|gif|webp|avif)$/i

const MAX_DEPTH = 8
const MAX_FIELDS = 500

const isPictureFile = (value: unknown): boolean => typeof value === 'string' && PICTURE_FILE.test(value)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isLink = (value: unknown): value is { title: string; url: string } =>
  isRecord(value) &&
  typeof value.title === 'string' &&
  typeof value.url === 'string' &&
  !isPictureFile(value.url)

/** The fields of a value, outer before inner, in their order. */
function fieldsIn(name: string, value: unknown, depth: number): Field[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ name, value, href: null }]
  if (!isRecord(value) || depth > MAX_DEPTH) return []
  if (isLink(value)) return [{ name: 'text', value: value.title, href: value.url }]
  return Object.entries(value).flatMap(([inner, one]) => {
    if (SETTING.test(inner) && !isPictureFile(one) && !isLink(one)) return []
    return fieldsIn(/^\d+$/.test(inner) ? name : inner, one, depth + 1)
  })
}

/** Words for readers: a name that says so, mark-up, or a sentence; not one word of a setting. */
export function isRead(name: string, text: string): boolean {
  if (!/\p{L}{2}/u.test(text) || isSwitch(text) || /^[[{]|^\S*:\/\//.test(text)) return false
  if (TITLE.test(name) || TITLES.includes(name) || LINES.includes(name)) return true
  return /<(?:p|h[1-6]|ul|ol|br|strong|em|a|blockquote)\b/i.test(text) || /\p{L}[’'\-,]?\s+\S/u.test(text)
}

function pictureOf({ name, value }: Field, at: EditorBlock, reader: Reader): DraftBlock[] {
  const id = Number(value)
  const known = reader.context.attachments.get(id)
  const isNamed = PICTURE.test(name) || GALLERY.test(name)
  const src = typeof value === 'string' && isPictureFile(value) ? value : null
  if (src === null && !(isNamed && known)) return []
  const figure = figureOf(
    {
      attachmentId: known ? id : null,
      src: known?.url ?? src,
      alt: known?.alt ?? null,
      width: null,
      align: null,
      link: null,
      rel: '',
    },
    [],
    reader,
    at,
  )
  return figure ? [block(figure, at)] : []
}

function linkTo(text: string, address: string, at: EditorBlock, reader: Reader): DraftBlock[] {
  const href = readHref(address)
  if (href === null) reader.flag('removed:unsafe-href', address, at)
  const content = [textNode(text, href ? [{ type: 'link', attrs: { href, title: null } }] : [])]
  return [block({ type: 'paragraph', attrs: { align: null }, content }, at)]
}

/** What the fields of a plugin's block say; empty when they say nothing. `html` reads the text of a field. */
export function readFields(
  at: EditorBlock,
  html: (text: string) => HtmlNode[],
  reader: Reader,
): DraftBlock[] {
  const { data } = at.attributes
  const fields = fieldsIn('', isRecord(data) ? data : at.attributes, 0)
  return fields.slice(0, MAX_FIELDS).flatMap((field) => {
    const picture = pictureOf(field, at, reader)
    if (picture.length > 0) return picture
    const { name, value, href } = field
    if (typeof value !== 'string' || !isRead(name, value)) return []
    if (href !== null) return linkTo(value, href, at, reader)
    if (!TITLE.test(name)) return reader.blocks(html(value))
    const { content, others } = reader.line(html(value))
    return [...(content.length > 0 ? [block(headingOf(3, content), at)] : []), ...others]
  })
}
