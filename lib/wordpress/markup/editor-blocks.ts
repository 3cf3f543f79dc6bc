import type { DraftBlock } from '../draft.ts'
import { hostOf, readHref, readSource } from './addresses.ts'
import type { EditorBlock } from './block-comments.ts'
import { type HtmlNode, lineOrNull } from './html.ts'
import { textNode } from './inline.ts'
import { figureOf, wordpressId } from './media.ts'
import { readEmbed } from './players.ts'
import { readFields } from './plugin-blocks.ts'
import { block, type Reader } from './reader.ts'
import { headingOf } from './titled.ts'

/** Blocks of WordPress whose HTML says all there is: without HTML, they are nothing. */
const STATIC = new Set(
  (
    'accordion accordion-heading accordion-item accordion-panel audio button buttons code column columns cover ' +
    'details embed file footnotes freeform gallery group heading html image list list-item math media-text ' +
    'missing more nextpage paragraph preformatted pullquote quote separator shortcode social-links spacer ' +
    'subhead table tab tabs text-columns verse video'
  ).split(' '),
)

/** Blocks that WordPress fills when it shows them: the content holds only their settings. */
const DYNAMIC =
  /^(?:archives|avatar|block|breadcrumbs|calendar|categories|comments?(?:-[a-z-]+)?|cover-image|home-link|latest-comments|latest-posts|loginout|navigation(?:-[a-z-]+)?|page-list(?:-item)?|pattern|playlist(?:-track)?|post(?:-[a-z-]+)?|query(?:-[a-z-]+)?|read-more|rss|search|site-(?:logo|tagline|title)|social-link|tag-cloud|template-part|term(?:s)?(?:-[a-z-]+)?|legacy-widget|widget-group|text)$/

/** True for a block of WordPress itself, of any of its versions. */
export function isCoreBlock(name: string): boolean {
  return STATIC.has(name) || DYNAMIC.test(name) || /^core-embed\/[a-z-]+$/.test(name)
}

/** True for a block that has no HTML of its own in the content, and so must be read from its attributes. */
export function isVoid(content: string, { name, inner, attributes }: EditorBlock): boolean {
  if (inner !== null && content.slice(inner.start, inner.end).trim() !== '') return false
  if (!STATIC.has(name)) return true
  return /^(?:embed|gallery|image)$/.test(name) && Object.keys(attributes).length > 0
}

/** Attributes that hold the only words of a block beside what stands in it. */
const LABELS: Record<string, string> = {
  'navigation-submenu': 'label',
  tab: 'label',
  'widget-group': 'title',
}

/** The opening comment of a block whose title stands in its attributes, to be read before what it holds. */
export function labelOf(one: EditorBlock): EditorBlock | null {
  const { name, attributes, inner, start } = one
  const isSaid = words(attributes[LABELS[name] ?? '']) !== null
  return inner && isSaid ? { ...one, start, end: inner.start, inner: null } : null
}

const words = (value: unknown): string | null => lineOrNull(typeof value === 'string' ? value : null)
const idOf = (value: unknown): number | null => wordpressId(typeof value === 'number' ? String(value) : null)

/** A block that is only a link: a site of the author's, an entry of a menu. */
function readLink(at: EditorBlock, reader: Reader): DraftBlock[] | null {
  const { attributes, name } = at
  if (!/^(?:social-link|navigation-link|navigation-submenu|home-link)$/.test(name)) return null
  const url = words(attributes.url) ?? ''
  const isEmail = /^[^\s@/:]{1,64}@[^\s@/:]{1,255}$/.test(url)
  const isBare = name === 'social-link' && /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?:$|\/)/.test(url)
  const href = readHref(isEmail ? `mailto:${url}` : isBare ? `https://${url}` : url)
  const named = isEmail ? url : href ? hostOf(href) : words(attributes.service)
  const label = words(attributes.label) ?? named
  if (attributes.url && href === null) reader.flag('removed:unsafe-href', String(attributes.url), at)
  if (!label) return null
  const content = [textNode(label, href ? [{ type: 'link', attrs: { href, title: null } }] : [])]
  return [block({ type: 'paragraph', attrs: { align: null }, content }, at)]
}

/** The title of a tab or of a group of widgets. */
function readLabel(at: EditorBlock): DraftBlock[] | null {
  const label = /^(?:tab|widget-group)$/.test(at.name) ? words(at.attributes[LABELS[at.name] ?? '']) : null
  return label ? [block(headingOf(3, [textNode(label, [])]), at)] : null
}

/** A piece of a playlist, which plays by itself. */
function readTrack(at: EditorBlock): DraftBlock[] | null {
  const { src, artist, title } = at.attributes
  const source = at.name === 'playlist-track' ? readSource(words(src)) : null
  if (!source) return null
  const said = [words(artist), words(title)].filter((word) => word !== null).join(' – ')
  return [block({ type: 'audio', attrs: { sources: [source], title: said || null } }, at)]
}

function readPicture(id: number | null, reader: Reader, at: EditorBlock): DraftBlock[] {
  const alt = id === null ? null : (reader.context.attachments.get(id)?.alt ?? null)
  const picture = { attachmentId: id, src: null, alt, width: null, align: null, link: null, rel: '' }
  const figure = figureOf(picture, [], reader, at)
  return figure ? [block(figure, at)] : []
}

function readGallery(at: EditorBlock, reader: Reader): DraftBlock[] {
  const { attributes } = at
  const ids = Array.isArray(attributes.ids) ? attributes.ids : []
  const pictures = ids.flatMap((id: unknown) => readPicture(idOf(id), reader, at))
  const figures = pictures.map(({ part }) => part).filter((part) => part.type === 'figure')
  if (figures.length === 0) return []
  return [block({ type: 'gallery', attrs: { columns: 3 }, content: figures }, at)]
}

/**
 * A block without HTML, read from its attributes. What only WordPress can fill (latest posts) is kept as it is written;
 * `expand` gives the content of a reusable block, null when it is not known, `html` the nodes of the text of a field.
 */
export function readEditorBlock(
  one: EditorBlock,
  raw: string,
  expand: (id: number) => DraftBlock[] | null,
  html: (text: string) => HtmlNode[],
  reader: Reader,
): DraftBlock[] {
  const { name, attributes } = one
  const reusable = name === 'block' ? idOf(attributes.ref) : null
  const address = /^(?:core-embed\/|embed$)/.test(name) ? words(attributes.url) : null
  const embed = address ? readEmbed(address, null, reader, one) : null
  if (embed) return [block(embed, one)]
  const read =
    name === 'image'
      ? readPicture(idOf(attributes.id), reader, one)
      : name === 'gallery'
        ? readGallery(one, reader)
        : reusable !== null
          ? expand(reusable)
          : (readLink(one, reader) ?? readLabel(one) ?? readTrack(one))
  if (read && (reusable !== null || read.length > 0)) return read
  const fields = isCoreBlock(name) ? [] : readFields(one, html, reader)
  if (fields.length > 0) {
    reader.flag('block-fields', name, one)
    return fields
  }
  reader.flag('block-kept', reusable === null ? name : `${name} ${reusable}`, one)
  return [block({ type: 'legacyShortcode', attrs: { name, raw } }, one)]
}
