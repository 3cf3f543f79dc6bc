import type { Element } from 'hast'
import type { Audio, Embed, Video, VideoTrack } from '../../document/types.ts'
import type { DraftBlock, Span } from '../draft.ts'
import { hostOf, readHref, readSource } from './addresses.ts'
import { frameAddress } from './hidden-players.ts'
import {
  attribute,
  classesOf,
  elementsIn,
  type HtmlNode,
  isElement,
  isNamed,
  lineOrNull,
  rawTextOf,
  spanOf,
  textOf,
  textOfMarkup,
  without,
} from './html.ts'
import { textNode } from './inline.ts'
import { findPlayer } from './providers.ts'
import { block, type Reader } from './reader.ts'

/** The embed of an absolute address; `provider` and `id` are null for a site that is not known. */
export function embedOf(url: string, title: string | null = null, fallback: string | null = null): Embed {
  const player = findPlayer(url)
  return {
    type: 'embed',
    attrs: {
      provider: player?.provider ?? null,
      id: player?.id ?? null,
      url,
      start: player?.start ?? null,
      title,
      fallback,
      poster: null,
      posterId: null,
    },
  }
}

/** The same with the picture that the source shows in its place. */
export function withPoster(embed: Embed, address: string | null | undefined): Embed {
  return { ...embed, attrs: { ...embed.attrs, poster: readSource(address ?? null) } }
}

/** The embed of an address as the source wrote it; flagged when the address or the player is not known. */
export function readEmbed(
  address: string | null,
  title: string | null,
  reader: Reader,
  span: Span | null,
): Embed | null {
  const url = readSource(address)
  if (url === null || !/^https?:/i.test(url)) {
    reader.flag('media-missing', [address, title].filter((part) => part).join(' '), span)
    return null
  }
  reader.shown.add(url)
  const embed = embedOf(url, title)
  if (embed.attrs.provider === null) reader.flag('embed-provider-unknown', hostOf(url), span)
  return embed
}

/** `<iframe>`: the player it shows. A frame with its own document (`srcdoc`) is not kept. */
export function readFrame(element: Element, reader: Reader): DraftBlock[] {
  const span = spanOf(element)
  const fallback = lineOrNull(textOfMarkup(rawTextOf(element.children)))
  if (fallback) reader.flag('removed:fallback', fallback, span)
  if (attribute(element, 'srcDoc') !== null) {
    reader.flag('removed:iframe-srcdoc', attribute(element, 'srcDoc') ?? '', span)
    return []
  }
  const src = frameAddress(element)
  if (classesOf(element).includes('wp-embedded-content')) return readPageFrame(src, element, reader)
  const embed = readEmbed(src, lineOrNull(attribute(element, 'title')), reader, span)
  return embed ? [block(withPoster(embed, attribute(element, 'dataPoster')), span)] : []
}

/** The card of another page of WordPress: a link to that page, which stands before it as a rule. */
function readPageFrame(src: string, element: Element, reader: Reader): DraftBlock[] {
  const href = readHref(src.replace(/(?:embed\/?)?(?:#.*)?$/, ''))
  if (!href || reader.links.has(href)) return []
  reader.links.add(href)
  const content = [textNode(hostOf(href), [{ type: 'link', attrs: { href, title: null } }])]
  return [block({ type: 'paragraph', attrs: { align: null }, content }, spanOf(element))]
}

/** An element that a script turns into a player. */
export function readHiddenPlayer(address: string, element: Element, reader: Reader): DraftBlock[] {
  const embed = readEmbed(address, lineOrNull(attribute(element, 'title')), reader, spanOf(element))
  return embed ? [block(embed, spanOf(element))] : []
}

/** `<object>` and `<embed>`: the players of before HTML5, whose address stands in one of several places. */
export function readObject(element: Element, reader: Reader): DraftBlock[] {
  const inside = [element, ...elementsIn(element.children)]
  const frame = inside.find((inner) => isElement(inner, 'iframe'))
  if (frame)
    return [
      ...readFrame(frame, reader),
      ...reader.blocks(without(fallbackOf(element), (inner) => inner === frame)),
    ]
  const addresses = inside.flatMap((inner) => [
    attribute(inner, 'data'),
    attribute(inner, 'src'),
    /^(?:movie|src)$/i.test(attribute(inner, 'name') ?? '') ? attribute(inner, 'value') : null,
  ])
  const embed = readEmbed(addresses.find((address) => address) ?? null, null, reader, spanOf(element))
  return [...(embed ? [block(embed, spanOf(element))] : []), ...reader.blocks(fallbackOf(element))]
}

/** What an `object` shows where its player does not run; objects nested for older browsers play the same thing. */
function fallbackOf(element: Element): HtmlNode[] {
  return element.children.flatMap((child): HtmlNode[] => {
    if (isNamed(child, 'embed', 'param')) return []
    return isElement(child, 'object') ? fallbackOf(child) : [child]
  })
}

/** A file to download: its preview shows what its link leads to. */
export function readFileLink(element: Element, reader: Reader): DraftBlock[] {
  const links = elementsIn(element.children).map((inner) => attribute(inner, 'href'))
  const isPreview = (child: HtmlNode) =>
    isElement(child, 'object') &&
    links.includes(attribute(child, 'data')) &&
    textOf(child.children).trim() === ''
  return reader.blocks(element.children.filter((child) => !isPreview(child)))
}

/** The page that a quoted post of another site stands on, or null for an ordinary quotation. */
export function isQuotedPost(element: Element): boolean {
  return classesOf(element).some((name) =>
    /^(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video))$/.test(name),
  )
}

/** A post of another site, quoted with its words: they stand where its player does not. */
export function readQuotedPost(element: Element, reader: Reader): DraftBlock[] {
  const inside = elementsIn(element.children)
  const addresses = [
    attribute(element, 'cite'),
    attribute(element, 'dataInstgrmPermalink'),
    attribute(element, 'dataHref'),
    ...inside
      .filter((inner) => isElement(inner, 'a'))
      .map((link) => attribute(link, 'href'))
      .reverse(),
  ]
  const address = addresses.find((candidate) => candidate && findPlayer(candidate))
  if (!address) return reader.blocks(element.children)
  const isSignature = (child: HtmlNode) =>
    !isElement(child, 'p') || elementsIn(child.children).some((inner) => attribute(inner, 'href') === address)
  const words = lineOrNull(textOf(element.children.filter((child) => !isSignature(child))))
  const signature = lineOrNull(textOf(element.children.filter(isSignature)))
  const embed = words ? embedOf(address, signature, words) : embedOf(address, null, signature)
  return [block(embed, spanOf(element))]
}

/** `<audio>` and `<video>`, or the `<source>`s and `<track>`s written inside; one that names a player's page is an embed. */
export function readMediaElement(element: Element, reader: Reader): DraftBlock[] {
  const span = spanOf(element)
  const inside = elementsIn(element.children)
  const fallback = lineOrNull(textOf(element.children))
  if (fallback) reader.flag('removed:fallback', fallback, span)
  const addresses = [element, ...inside.filter((inner) => isElement(inner, 'source'))].map(
    (inner) => attribute(inner, 'dataSrc') ?? attribute(inner, 'dataLazySrc') ?? attribute(inner, 'src'),
  )
  const tracks = tracksIn(inside)
  const title = lineOrNull(attribute(element, 'title') ?? attribute(element, 'ariaLabel'))
  const poster = attribute(element, 'poster')
  const page = addresses.find((address) => address && findPlayer(address))
  if (page) return [block(withPoster(embedOf(page, title), poster), span)]
  const media = mediaOf(element.tagName === 'audio' ? 'audio' : 'video', addresses, { poster, tracks, title })
  if (!media) reader.flag('media-missing', addresses.find((address) => address) ?? '', span)
  return media ? [block(media, span)] : []
}

/** The `track` elements among some: subtitles, captions, chapters. */
export function tracksIn(elements: readonly Element[]): VideoTrack[] {
  return elements
    .filter((element) => isElement(element, 'track'))
    .flatMap((track): VideoTrack[] => {
      const src = readSource(attribute(track, 'src'))
      const kind = attribute(track, 'kind') ?? 'subtitles'
      return src ? [{ src, kind, lang: attribute(track, 'srcLang') ?? '' }] : []
    })
}

/** Sound or film from the addresses of its files, or null when none can be fetched. */
export function mediaOf(
  type: 'audio' | 'video',
  addresses: readonly (string | null | undefined)[],
  film: { poster: string | null; tracks: VideoTrack[]; title: string | null },
): Audio | Video | null {
  const read = addresses.map((address) => readSource(address ?? null)).filter((address) => address !== null)
  const sources = [...new Set(read)]
  if (sources.length === 0) return null
  if (type === 'audio') return { type, attrs: { sources, title: film.title } }
  const { tracks, title } = film
  return { type, attrs: { sources, poster: readSource(film.poster), tracks, title } }
}
