import type { DraftBlock } from '../draft.ts'
import { addressOf } from './builder-parts.ts'
import { attributeOf, type Element, firstOf, isSwitch, TITLES } from './builder-text.ts'
import { joinLines } from './inline.ts'
import { alignOf, figureOf, pixels, wordpressId } from './media.ts'
import { mediaOf, readEmbed, withPoster } from './players.ts'
import { findPlayer } from './providers.ts'
import { block } from './reader.ts'
import { attachmentFigure } from './shortcode-reader.ts'

const PICTURES = [
  'image_id',
  'image',
  'image_url',
  'portrait_url',
  'picture',
  'photo',
  'img',
  'src',
  'avatar',
  'logo',
]
const CAPTIONS = ['caption', 'caption_title', 'caption_text']
const GALLERIES = ['gallery_ids', 'image_ids', 'images', 'ids', 'gallery']
const POSTERS = ['poster', 'image_src', 'thumbnail', 'preview_image']
const FILES = ['src', 'mp3', 'mp4', 'audio', 'webm', 'src_webm', 'video_url', 'video', 'link', 'url', 'id']

/** The address that a picture leads to, as builders write it. */
const linkOf = (element: Element): string | null =>
  addressOf(firstOf(element, ['link', 'url', 'href']) ?? undefined) ?? null

/** The picture that an attribute or the body names, by number or address. */
export function picture(element: Element): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const isPictureElement = /(?:image|img|imageframe|photo|picture|logo)$/.test(element.ending)
  const body = inside.body.trim()
  const named = firstOf(element, PICTURES)
  const id = wordpressId(named?.split('|')[0])
  const said = [named, isPictureElement ? body : null].find((text) =>
    /^(?:https?:\/)?\/\S+$/.test(text ?? ''),
  )
  const isPictureFile = /\.(?:jpe?g|png|gif|webp|avif|svg)\b/i.test(said ?? '')
  if (id === null && !(said && (isPictureElement || isPictureFile))) return []
  const attachment = id === null ? undefined : reader.context.attachments.get(id)
  const captions = isPictureElement ? CAPTIONS.map((name) => attributeOf(element, name)) : []
  const shown = captions.filter((text) => text !== null && !isSwitch(text))
  const caption = joinLines(shown.map((text) => reader.line(inside.html(text ?? '')).content))
  const figure = figureOf(
    {
      attachmentId: id,
      src: attachment?.url ?? said ?? null,
      alt: firstOf(element, ['alt', 'alt_text', 'image_alt', 'title_text']) ?? attachment?.alt ?? null,
      width: pixels(attributeOf(element, 'width')),
      align: alignOf([attributeOf(element, 'align') ?? '']),
      link: isPictureElement ? linkOf(element) : null,
      rel: '',
    },
    caption,
    reader,
    shortcode,
  )
  return figure ? [block(figure, shortcode)] : []
}

/** The pictures of the library that an attribute lists. */
export function gallery(element: Element): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const ids = (firstOf(element, GALLERIES) ?? '').split(/[\s,]+/).map((word) => wordpressId(word))
  if (ids.some((id) => id === null)) return []
  const figures = ids.flatMap((id) => {
    const attachment = reader.context.attachments.get(id ?? 0)
    if (!attachment) reader.flag('media-missing', String(id), shortcode)
    const said = { width: null, align: null, link: null }
    return attachment ? (attachmentFigure(attachment, true, said, inside, shortcode, reader) ?? []) : []
  })
  return figures.length > 0
    ? [block({ type: 'gallery', attrs: { columns: 3 }, content: figures }, shortcode)]
    : []
}

const PAGES: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
}

/** Sound or film, or a known player, that an attribute names. */
export function player(element: Element): DraftBlock[] {
  const { reader, shortcode } = element
  const page = PAGES[element.ending]
  const said = FILES.map((name) => attributeOf(element, name)).filter((address) => address !== null)
  const address = said
    .map((one) => (page && /^[\w-]{4,40}$/.test(one) ? page + one : one))
    .find((one) => findPlayer(one))
  const title = firstOf(element, TITLES)
  const embed = address ? readEmbed(address, title, reader, shortcode) : null
  const poster = firstOf(element, POSTERS)
  if (embed) return [block(withPoster(embed, poster), shortcode)]
  const type = /audio|sound/.test(element.ending) ? 'audio' : 'video'
  const files = said.filter((one) => /^(?:https?:)?\/\S/.test(one))
  const media = mediaOf(type, files, { poster, tracks: [], title })
  return media ? [block(media, shortcode)] : []
}
