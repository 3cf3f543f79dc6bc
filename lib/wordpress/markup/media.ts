import type { Caption, Figure, FigureAlign, Inline } from '../../document/types.ts'
import type { Attachment, ConvertContext, Span } from '../draft.ts'
import { decodePercent, hostOf, readHref, readSource } from './addresses.ts'
import type { Reader } from './reader.ts'

/** What the source says of a picture; each field null when it says nothing. */
export type Picture = {
  attachmentId: number | null
  src: string | null
  alt: string | null
  width: number | null
  align: FigureAlign
  /** The address that the picture is linked to, as written, and the link's `rel`. */
  link: string | null
  rel: string
}

/** The address behind WordPress.com's picture proxy, which names the host in its path. */
function unproxied(address: string): string {
  const url = URL.parse(address)
  return url && /^i\d\.wp\.com$/.test(url.hostname) ? `https:/${url.pathname}` : address
}

/** The path of a picture without the suffixes that WordPress gives to its sizes and edits. */
function familyOf(address: string): string {
  const written = URL.parse(address, 'https://site.invalid')?.pathname ?? address
  const path = decodePercent(written).normalize().toLowerCase()
  return path.replace(/(?:-\d{1,5}x\d{1,5}|-scaled|-rotated|-e\d{10,13})+(?=\.[a-z\d]{2,5}$)/, '')
}

const isPictureFile = (address: string): boolean =>
  /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i.test(familyOf(address))

const families = new WeakMap<ReadonlyMap<number, Attachment>, Map<string, Attachment>>()

/**
 * The attachment whose file, or a size of it, has this address: same path, never the same name alone, and no path of
 * another site.
 */
function attachmentAt({ attachments, hosts }: ConvertContext, address: string): Attachment | undefined {
  const known = families.get(attachments) ?? new Map()
  if (!families.has(attachments)) {
    for (const attachment of attachments.values()) known.set(familyOf(attachment.url), attachment)
    families.set(attachments, known)
  }
  const found = known.get(familyOf(address))
  const isOwn = (host: string) =>
    [...hosts, ...(found ? [found.url] : [])].some((own) => hostName(own) === host)
  return address.startsWith('/') || isOwn(hostName(address)) ? found : undefined
}

const hostName = (host: string): string => hostOf(host.includes('/') ? host : `https://${host}`)

/** True when a link leads to the picture itself or to its attachment page, and so says nothing more. */
function leadsToItself(picture: Picture, link: string, original: string | null): boolean {
  if (/\battachment\b|wp-att-/.test(picture.rel) || /[?&]attachment_id=\d/.test(link)) return true
  const family = familyOf(unproxied(link))
  return [picture.src, original].some((own) => own !== null && familyOf(unproxied(own)) === family)
}

/**
 * The figure of a picture. Its file is looked for by attachment id, then by path; `src` is the original's address:
 * the attachment's, else the linked original's, else the picture's own. Flags: `media-missing`, `alt-missing`.
 */
export function figureOf(
  picture: Picture,
  caption: Inline[],
  reader: Reader,
  span: Span | null,
): Figure | null {
  const { attachments } = reader.context
  const read = readSource(picture.src)
  const own = read ? unproxied(read) : null
  if (read) reader.shown.add(read)
  const attachment =
    (picture.attachmentId === null ? undefined : attachments.get(picture.attachmentId)) ??
    (own ? attachmentAt(reader.context, own) : undefined)
  const link = picture.link === null ? null : readHref(picture.link)
  const itself = link ? leadsToItself(picture, link, attachment?.url ?? null) : false
  const linked = link && itself && isPictureFile(link) ? readSource(link) : null
  const src = readSource(attachment?.url ?? null) ?? linked ?? own
  const attachmentId = attachment?.id ?? picture.attachmentId
  if (picture.link !== null && link === null) reader.flag('removed:unsafe-href', picture.link, span)
  if (src === null) reader.flag('media-missing', String(picture.attachmentId ?? picture.src ?? ''), span)
  else if (!picture.alt?.trim()) reader.flag('alt-missing', String(attachmentId ?? src), span)
  const says = [attachmentId, src, picture.alt?.trim() || null]
  if (caption.length === 0 && says.every((value) => value === null)) return null
  return {
    type: 'figure',
    attrs: {
      mediaId: null,
      attachmentId,
      src,
      alt: picture.alt,
      width: picture.width,
      align: picture.align,
      href: link && !itself ? link : null,
    },
    ...(caption.length > 0 ? { content: [captionOf(caption)] } : {}),
  }
}

/** A caption node of a line. */
export function captionOf(content: Inline[]): Caption {
  return { type: 'caption', content }
}

/** A whole number of pixels, or null: percentages and other units say nothing of the picture. */
export function pixels(value: string | null | undefined): number | null {
  const match = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/.exec(value ?? '')
  const width = Number(match?.[1] ?? 0)
  return width > 0 ? width : null
}

/** A WordPress id, or null. */
export function wordpressId(value: string | null | undefined): number | null {
  const id = /^(?:attachment_)?(\d{1,15})$/.exec(value?.trim() ?? '')?.[1]
  return id && Number(id) > 0 ? Number(id) : null
}

/** The side a picture stands on, from WordPress's class names (`alignleft`) or their last word. */
export function alignOf(words: readonly string[]): FigureAlign {
  for (const word of words) {
    const side = word.toLowerCase().replace(/^align-?/, '')
    if (side === 'left' || side === 'right' || side === 'center') return side
  }
  return null
}
