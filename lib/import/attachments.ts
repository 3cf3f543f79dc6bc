import type { Database } from '../db.ts'
import { findMediaFile, withoutSizeSuffix } from '../media/find.ts'
import { MediaError, storeMedia } from '../media/store.ts'
import type { Attachment } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** An attachment of the old site, with the id of its stored file when there is one. */
export type KnownAttachment = Attachment & { mediaId: string | null }

const numberIn = (meta: string | undefined, key: 'width' | 'height'): number | null => {
  const match = new RegExp(`"${key}";(?:i:|s:\\d+:")(\\d+)`).exec(meta ?? '')
  return match ? Number(match[1]) : null
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

/** Addresses of one file are compared without scheme, host, query and size suffix. */
function addressKey(url: string): string {
  return withoutSizeSuffix(url.replace(/^(?:https?:)?\/\/[^/]+/i, '').replace(/[?#].*$/, ''))
}

/** What is known of one old site's attachments: those of this import, and those stored by earlier ones. */
export class AttachmentShelf {
  readonly byId = new Map<number, KnownAttachment>()
  readonly #byAddress = new Map<string, KnownAttachment>()
  readonly #children = new Map<number, Set<number>>()
  readonly #pages = new Map<number, string>()

  /** `page` is the path of the attachment's own page, when this import says it. */
  add(attachment: KnownAttachment, page: string | null = null): void {
    const { id, parent, url } = attachment
    this.byId.set(id, attachment)
    this.#byAddress.set(addressKey(url), attachment)
    const siblings = this.#children.get(parent) ?? new Set()
    this.#children.set(parent, siblings.add(id))
    if (page !== null) this.#pages.set(id, page)
  }

  /** Ids of the attachments that WordPress attached to an item. */
  childrenOf(parent: number): readonly number[] {
    return [...(this.#children.get(parent) ?? [])]
  }

  pageOf(id: number): string | null {
    return this.#pages.get(id) ?? null
  }

  mediaOf(id: number | null, url: string | null): string | null {
    const found =
      (id === null ? undefined : this.byId.get(id)) ??
      (url ? this.#byAddress.get(addressKey(url)) : undefined)
    return found?.mediaId ?? null
  }
}

export async function loadShelf(database: Database, site: string): Promise<AttachmentShelf> {
  const shelf = new AttachmentShelf()
  for (const { wpId, ...row } of await database.attachment.findMany({ where: { site } }))
    shelf.add({ id: wpId, ...row })
  return shelf
}

/** Stores the file of an attachment when `folder` holds it. `problem` says in French why a picture stays missing. */
export async function storeAttachment(
  database: Database,
  site: string,
  attachment: Attachment,
  known: KnownAttachment | undefined,
  folder: string | null,
): Promise<{ attachment: KnownAttachment; problem: string | null }> {
  const { id: wpId, ...columns } = attachment
  let mediaId = known?.url === attachment.url ? known.mediaId : null
  let problem: string | null = null
  if (folder && !mediaId) {
    const file = findMediaFile(folder, attachment.url)
    try {
      if (file)
        mediaId = await storeMedia(database, file, { alt: attachment.alt, caption: attachment.caption })
      else problem = `${attachment.url} : fichier absent de ${folder}`
    } catch (error) {
      if (!(error instanceof MediaError)) throw error
      problem = error.message
    }
  }
  const row = { ...columns, mediaId }
  await database.attachment.upsert({
    where: { site_wpId: { site, wpId } },
    update: row,
    create: { site, wpId, ...row },
  })
  return { attachment: { ...attachment, mediaId }, problem }
}
