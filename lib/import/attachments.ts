import type { Media } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { familyOf, fileAddress, hostOf } from '../media/addresses.ts'
import { splitCredit } from '../media/credit.ts'
import { MediaError } from '../media/media-error.ts'
import type { MediaSource } from '../media/source.ts'
import { isStored, type MediaWords, storeMedia } from '../media/store.ts'
import type { Attachment } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { pathOfLink } from './former-addresses.ts'

/** What is kept in memory of a stored file. */
export type StoredMedia = Pick<Media, 'id' | 'file' | 'mimeType' | 'sizes'>
const storedMedia = { id: true, file: true, mimeType: true, sizes: true } as const

const valueIn = (meta: string | undefined, key: string): string | null =>
  new RegExp(`"${key}";(?:i:|s:\\d+:")([^";]{1,300})`).exec(meta ?? '')?.[1]?.trim() || null

const numberIn = (meta: string | undefined, key: string): number | null => {
  const value = Number(valueIn(meta, key) ?? Number.NaN)
  return Number.isSafeInteger(value) ? value : null
}

export function toAttachment(item: SourceItem): Attachment {
  const metadata = item.meta._wp_attachment_metadata
  return {
    id: item.id,
    url: item.attachmentUrl || item.guid,
    width: numberIn(metadata, 'width'),
    height: numberIn(metadata, 'height'),
    alt: item.meta._wp_attachment_image_alt ?? null,
    caption: item.excerpt,
    parent: item.parent,
    menuOrder: item.menuOrder,
  }
}

/** What an attachment says of its file. The credit is in the caption, else where the camera or WordPress put it. */
export function wordsOf(item: SourceItem): MediaWords {
  const { caption, credit } = splitCredit(item.excerpt)
  const metadata = item.meta._wp_attachment_metadata
  return {
    alt: item.meta._wp_attachment_image_alt ?? null,
    caption,
    credit: credit ?? valueIn(metadata, 'credit') ?? valueIn(metadata, 'copyright'),
  }
}

/** What is known of one old site's files: its attachments, those of this import and of earlier ones. */
export class AttachmentShelf {
  readonly byId = new Map<number, Attachment>()
  /** Where the old site's files stand: the site, its former addresses, its file hosts. Without `www.`. */
  readonly hosts = new Set([''])
  /** Why a file could not be had, by address: it is asked for once in a run. */
  readonly problems = new Map<string, string>()
  /** Stored files that articles name and no attachment stands for, by the address that `MediaAddress` knows. */
  readonly elsewhere = new Map<string, StoredMedia>()
  readonly #media = new Map<number, StoredMedia>()
  readonly #byPath = new Map<string, Attachment>()
  readonly #byFamily = new Map<string, Attachment>()
  readonly #children = new Map<number, Set<number>>()
  readonly #pages = new Map<number, string>()

  readonly site: string
  /** Where files come from; null when none are to be had. */
  readonly source: MediaSource | null

  constructor(site: string, source: MediaSource | null) {
    this.site = site
    this.source = source
    this.hosts.add(hostOf(site))
  }

  /** `item` is what this import says of it: its guid, and the page of its own. */
  add(attachment: Attachment, media: StoredMedia | null, item: SourceItem | null = null): void {
    const { id, parent, url } = attachment
    this.byId.set(id, attachment)
    this.#children.set(parent, (this.#children.get(parent) ?? new Set()).add(id))
    const page = item && pathOfLink(item.link)
    if (page) this.#pages.set(id, page)
    if (media) this.#media.set(attachment.id, media)
    else this.#media.delete(attachment.id)
    this.hosts.add(hostOf(url)).add(hostOf(item?.guid ?? url))
    const path = fileAddress(attachment.url)?.path
    if (path === undefined) return
    this.#byPath.set(path, attachment)
    const family = familyOf(path)
    const first = this.#byFamily.get(family)
    if (!first || first.id === attachment.id) this.#byFamily.set(family, attachment)
  }

  /** Ids of the attachments that WordPress attached to an item. */
  childrenOf(parent: number): readonly number[] {
    return [...(this.#children.get(parent) ?? [])]
  }

  /** The path of the attachment's own page, when this import said it. */
  pageOf(id: number): string | null {
    return this.#pages.get(id) ?? null
  }

  /** True for a file of the old site; another site may have the same path. */
  isOwn(address: string): boolean {
    return this.hosts.has(hostOf(address))
  }

  /** The stored file of an attachment: by its id, else by whole path, of this size or of the original. */
  mediaOf(id: number | null, address: string | null): StoredMedia | null {
    const found = (id === null ? undefined : this.byId.get(id)) ?? this.#at(address)
    return (found && this.#media.get(found.id)) ?? null
  }

  #at(address: string | null): Attachment | undefined {
    const place = address === null ? null : fileAddress(address)
    if (!place || !this.hosts.has(place.host)) return undefined
    return this.#byPath.get(place.path) ?? this.#byFamily.get(familyOf(place.path))
  }
}

export async function loadShelf(
  database: Database,
  site: string,
  source: MediaSource | null,
): Promise<AttachmentShelf> {
  const shelf = new AttachmentShelf(site, source)
  const rows = await database.attachment.findMany({
    where: { site },
    include: { media: { select: storedMedia } },
  })
  for (const { wpId: id, site: _, mediaId: __, media, ...row } of rows) shelf.add({ id, ...row }, media)
  const addresses = await database.mediaAddress.findMany({ include: { media: { select: storedMedia } } })
  for (const { url, media } of addresses) shelf.elsewhere.set(url, media)
  return shelf
}

/**
 * Puts an attachment on the shelf, with its file when the source has it. `problem` says in French why it stays missing. What is
 * stored already is left alone, so that an import that was killed goes on where it was.
 */
export async function storeAttachment(
  database: Database,
  item: SourceItem,
  shelf: AttachmentShelf,
): Promise<{ problem: string | null; media: StoredMedia | null }> {
  const attachment = toAttachment(item)
  const { id: wpId, ...columns } = attachment
  const { site, source } = shelf
  const known = shelf.byId.get(wpId)
  let media: StoredMedia | null = known?.url === attachment.url ? shelf.mediaOf(wpId, null) : null
  let problem: string | null = null
  if (source && !(media && isStored(media))) {
    const wanted = { address: attachment.url, isOwn: true }
    try {
      const stored = await source.withFile(wanted, (file) =>
        storeMedia(database, file, attachment.url, wordsOf(item)),
      )
      if (stored) media = stored
      else problem = `${attachment.url} : fichier absent de ${source.name}`
    } catch (error) {
      if (!(error instanceof MediaError)) throw error
      problem = `${attachment.url} : ${error.message}`
    }
  }
  const row = { ...columns, mediaId: media?.id ?? null }
  await database.attachment.upsert({
    where: { site_wpId: { site, wpId } },
    update: row,
    create: { site, wpId, ...row },
  })
  shelf.add(attachment, media, item)
  return { problem, media }
}
