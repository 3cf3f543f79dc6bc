import type { Caption, Figure, Inline } from '../../document/types.ts'
import type { Attachment, DraftBlock } from '../draft.ts'
import { entityReader } from '../entities.ts'
import { plainAttributes } from './builder-parts.ts'
import { readBuilder } from './builders.ts'
import { elementsIn, lineOrNull } from './html.ts'
import { joinLines } from './inline.ts'
import { alignOf, captionOf, figureOf, pixels, wordpressId } from './media.ts'
import { isCode, languageOf } from './names.ts'
import { embedOf, mediaOf, readEmbed, tracksIn, withPoster } from './players.ts'
import { findPlayer } from './providers.ts'
import { block, idsOf, type Reader } from './reader.ts'
import {
  attachmentFigure,
  keepShortcode,
  type ShortcodeInside,
  type ShortcodeReader,
} from './shortcode-reader.ts'
import type { Shortcode } from './tree.ts'
import { flagUnread } from './unread-attributes.ts'
import { readWpBakery } from './wpbakery.ts'

/** `[caption]` in both its forms: the text after the picture, or a `caption` attribute. Never closed, it is nothing. */
const readCaption: ShortcodeReader = (shortcode, inside, reader) => {
  const { named } = shortcode.attributes
  const isUnclosed = shortcode.body === null && named.caption === undefined
  if (isUnclosed) return []
  const blocks = inside.inlineBlocks()
  const isText = ({ part }: DraftBlock) => part.type === 'paragraph'
  const pictured = blocks.find(({ part }) => part.type === 'figure')
  const lines = blocks.map((one) => captionLine(one, pictured))
  const attribute = reader.line(inside.html(named.caption ?? ''))
  const caption = joinLines([attribute.content, ...lines])
  const others = blocks.filter((one) => one !== pictured && !isText(one))
  const id = wordpressId(named.id)
  const width = pixels(named.width)
  const align = alignOf((named.align ?? '').split(/\s+/))
  const figure =
    pictured?.part.type === 'figure'
      ? captioned(pictured.part, { id, width, align }, caption, reader)
      : figureOf(
          { attachmentId: id, src: null, alt: null, width, align, link: null, rel: '' },
          caption,
          reader,
          shortcode,
        )
  const ids = idsOf(blocks.filter((one) => one === pictured || isText(one)))
  return [...(figure ? [block(figure, shortcode, ids)] : []), ...others, ...attribute.others]
}

/** What a block says in a caption: a paragraph's text, or the caption that the picture has already. */
function captionLine(one: DraftBlock, pictured: DraftBlock | undefined): Inline[] {
  const { part } = one
  if (part.type === 'paragraph') return part.content ?? []
  return one === pictured && part.type === 'figure' ? (part.content?.[0].content ?? []) : []
}

function captioned(
  figure: Figure,
  said: { id: number | null; width: number | null; align: Figure['attrs']['align'] },
  caption: Inline[],
  reader: Reader,
): Figure {
  const { attrs } = figure
  const own =
    attrs.attachmentId === null && said.id !== null ? reader.context.attachments.get(said.id) : undefined
  return {
    type: 'figure',
    attrs: {
      ...attrs,
      attachmentId: attrs.attachmentId ?? said.id,
      src: own?.url ?? attrs.src,
      width: said.width ?? attrs.width,
      align: said.align ?? attrs.align,
    },
    ...(caption.length > 0 ? { content: [captionOf(caption)] } : {}),
  }
}

const idList = (text: string | undefined): number[] =>
  (text ?? '').split(/[\s,;]+/).flatMap((word) => wordpressId(word) ?? [])

const isPicture = ({ url }: Attachment): boolean => /\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?|$)/i.test(url)

/** The pictures of a gallery: those it names, in its order, else those attached to the article. */
function galleryAttachments(shortcode: Shortcode, reader: Reader): Attachment[] {
  const { named } = shortcode.attributes
  const { attachments } = reader.context
  const ids = idList(named.ids ?? named.include)
  if (ids.length > 0) {
    for (const id of ids) if (!attachments.has(id)) reader.flag('media-missing', String(id), shortcode)
    return ids.flatMap((id) => attachments.get(id) ?? [])
  }
  const parent = wordpressId(named.id) ?? reader.itemId
  const excluded = new Set(idList(named.exclude))
  const children = [...attachments.values()].filter(
    (one) => one.parent === parent && isPicture(one) && !excluded.has(one.id),
  )
  const ordered = children.sort((a, b) => a.menuOrder - b.menuOrder || a.id - b.id)
  return /^desc$/i.test(named.order ?? '') ? ordered.reverse() : ordered
}

/** `[gallery]`; one whose pictures are all unknown is kept as it is written. */
const readGalleryShortcode: ShortcodeReader = (shortcode, inside, reader) => {
  const said = { width: null, align: null, link: null }
  const figures = galleryAttachments(shortcode, reader)
    .map((attachment) => attachmentFigure(attachment, true, said, inside, shortcode, reader))
    .filter((figure) => figure !== null)
  if (figures.length === 0) return keepShortcode(shortcode.name, inside.raw, shortcode, reader)
  const columns = wordpressId(shortcode.attributes.named.columns)
  const attrs = { columns: columns && columns <= 9 ? columns : 3 }
  return [block({ type: 'gallery', attrs, content: figures }, shortcode)]
}

const FORMATS = {
  audio: ['src', 'mp3', 'm4a', 'ogg', 'wav', 'wma', 'flac'],
  video: ['src', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'mov'],
} as const

/** `[audio]` and `[video]`; a player named by its page is an embed. */
const readMediaShortcode: ShortcodeReader = (shortcode, inside, reader) => {
  const type = shortcode.name === 'audio' ? 'audio' : 'video'
  const { named, positional } = shortcode.attributes
  const list = soundsAfterColon(positional)
  const addresses = [...FORMATS[type].map((format) => named[format]), ...(list?.files ?? positional)]
  const player = addresses.find((address) => address && findPlayer(address))
  if (player) {
    const embed = withPoster(embedOf(player, lineOrNull(named.title)), named.poster)
    return [block(embed, shortcode), ...inside.blocks()]
  }
  const tracks = /<track\b/i.test(inside.body) ? tracksIn(elementsIn(inside.html(inside.body))) : []
  const film = { poster: named.poster ?? null, tracks, title: lineOrNull(list?.title ?? named.title) }
  const media = mediaOf(type, addresses, film)
  if (media) return [block(media, shortcode), ...inside.blocks()]
  const inner = inside.blocks()
  return inner.length > 0 ? inner : keepShortcode(shortcode.name, inside.raw, shortcode, reader)
}

/** `[audio:first.mp3,second.mp3|titles=First,Second|artists=X]`, as the players of before WordPress 3.6 write it. */
function soundsAfterColon(positional: readonly string[]): { files: string[]; title: string | null } | null {
  if (!positional[0]?.startsWith(':')) return null
  const [files = '', ...fields] = positional.join(' ').slice(1).split('|')
  const words = fields.flatMap((field) => /^(?:titles|artists)=(.+)$/.exec(field)?.[1] ?? [])
  return { files: files.split(',').map((file) => file.trim()), title: lineOrNull(words.join(', ')) }
}

const FILES = { audio: /\.(?:mp3|m4a|ogg|oga|wav|wma|flac|aac)$/i, video: /\.(?:mp4|m4v|webm|ogv|flv|mov)$/i }

/** The files of a playlist: those it names, in its order, else those attached to the article. */
function playlistAttachments(shortcode: Shortcode, type: keyof typeof FILES, reader: Reader): Attachment[] {
  const { named } = shortcode.attributes
  if (named.ids ?? named.include) return galleryAttachments(shortcode, reader)
  const parent = wordpressId(named.id) ?? reader.itemId
  return [...reader.context.attachments.values()]
    .filter((one) => one.parent === parent && FILES[type].test(one.url))
    .sort((a, b) => a.menuOrder - b.menuOrder || a.id - b.id)
}

/** `[playlist]`: one player for each file of the library, with the caption that the library holds. */
const readPlaylist: ShortcodeReader = (shortcode, inside, reader) => {
  const type = shortcode.attributes.named.type === 'video' ? 'video' : 'audio'
  const blocks = playlistAttachments(shortcode, type, reader).flatMap((attachment): DraftBlock[] => {
    const media = mediaOf(type, [attachment.url], { poster: null, tracks: [], title: null })
    const caption = reader.line(inside.html(attachment.caption)).content
    const content: [Caption] = [captionOf(caption)]
    return media ? [block(caption.length > 0 ? { ...media, content } : media, shortcode)] : []
  })
  return blocks.length > 0 ? blocks : keepShortcode(shortcode.name, inside.raw, shortcode, reader)
}

const PAGES: Record<string, string> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  dailymotion: 'https://www.dailymotion.com/video/',
  slideshare: 'https://www.slideshare.net/slideshow/embed_code/',
}

/** `[embed]` and the shortcodes named after a player: an address, or the player's own id. */
const readEmbedShortcode: ShortcodeReader = (shortcode, inside, reader) => {
  const { named, positional } = shortcode.attributes
  const said = [inside.body.trim(), named.src, named.url, named.id, named.video, ...positional]
  const address =
    said.find((value) => value)?.replace(/^=|&amp;/g, (match) => (match === '=' ? '' : '&')) ?? ''
  const page = PAGES[shortcode.name]
  const id = /^[\w-]{4,40}(?=$|&)/.exec(address)?.[0]
  const url = page && id ? page + id : address
  const embed = /\s/.test(url) ? null : readEmbed(url, lineOrNull(named.title), reader, shortcode)
  if (embed) return [block(embed, shortcode)]
  const inner = inside.blocks()
  return inner.length > 0 ? inner : keepShortcode(shortcode.name, inside.raw, shortcode, reader)
}

const READERS: ReadonlyMap<string, ShortcodeReader> = new Map(
  Object.entries({
    caption: readCaption,
    wp_caption: readCaption,
    gallery: readGalleryShortcode,
    audio: readMediaShortcode,
    video: readMediaShortcode,
    playlist: readPlaylist,
    embed: readEmbedShortcode,
    embedyt: readEmbedShortcode,
    youtube: readEmbedShortcode,
    vimeo: readEmbedShortcode,
    dailymotion: readEmbedShortcode,
    soundcloud: readEmbedShortcode,
    slideshare: readEmbedShortcode,
  }),
)

/** `[code lang="php"]`, `[php]`: its body as it is written, entities read. */
function readCode(shortcode: Shortcode, inside: ShortcodeInside, reader: Reader): DraftBlock[] {
  const { named } = shortcode.attributes
  const text = entityReader()(inside.body).replace(/^\s*\n|\s+$/g, '')
  if (text === '') return keepShortcode(shortcode.name, inside.raw, shortcode, reader)
  const said = /^[\w+#.-]{1,30}$/.exec(named.language ?? named.lang ?? '')?.[0]
  const language = said ?? languageOf(shortcode.name)
  return [block({ type: 'codeBlock', attrs: { language }, content: [{ type: 'text', text }] }, shortcode)]
}

/** The blocks of a shortcode; one that nobody knows is kept as it is written. */
export const readShortcode: ShortcodeReader = (shortcode, inside, reader) => {
  const read = READERS.get(shortcode.name)
  if (read) return read(shortcode, inside, reader)
  if (isCode(shortcode.name)) return readCode(shortcode, inside, reader)
  const plain = { ...shortcode, attributes: plainAttributes(shortcode) }
  const blocks = readWpBakery(plain, inside, reader) ?? readBuilder(plain, inside, reader)
  if (blocks === null) return keepShortcode(shortcode.name, inside.raw, shortcode, reader)
  flagUnread(plain, blocks, reader)
  return blocks
}
