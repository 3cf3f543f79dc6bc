import type { Attachment } from '../wordpress/draft.ts'
import { phpArray } from './php.ts'
import type { StoredItem } from './stored-item.ts'
import type { WxrItem } from './wxr-item.ts'

/** Month of the uploads folder, which is where WordPress puts the file of an attachment of that date. */
function monthOf(url: string): string {
  const [, year, month] = /\/(\d{4})\/(\d{2})\/[^/]+$/.exec(url) ?? []
  return year && month ? `${year}-${month}-01 00:00:00` : ''
}

/** Addresses may be of any length: nothing here looks twice at the same place. */
function nameOf(url: string): string {
  const path = url.slice(0, /[?#]/.exec(url)?.index)
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z\d]{1,5}$/i, '')
}

const UPLOADS = '/uploads/'

function fileOf(url: string): string {
  const at = url.indexOf(UPLOADS)
  return at < 0 ? '' : url.slice(at + UPLOADS.length)
}

/** A file of the library as an item of WXR, which WordPress fetches from its address; `stored` is its source item. */
export function wxrAttachment(attachment: Attachment, stored: StoredItem, site: string): WxrItem {
  const { id, url, width, height, alt, caption, parent, menuOrder } = attachment
  const name = nameOf(url)
  const date = stored.date || monthOf(url)
  const file = fileOf(url)
  const isSized = width !== null && height !== null
  const meta = {
    ...(file ? { _wp_attached_file: file } : {}),
    ...(isSized ? { _wp_attachment_metadata: phpArray({ width, height, file }) } : {}),
    ...stored.meta,
    ...(alt === null ? {} : { _wp_attachment_image_alt: alt }),
  }
  return {
    ...stored,
    id,
    type: 'attachment',
    status: 'inherit',
    title: stored.title || name,
    link: stored.link || `${site}/?attachment_id=${id}`,
    guid: stored.guid || url,
    slug: stored.slug || name.toLowerCase(),
    creator: stored.creator || 'redaction',
    excerpt: caption,
    date,
    dateGmt: stored.dateGmt || date,
    modified: stored.modified || date,
    modifiedGmt: stored.modifiedGmt || date,
    parent,
    menuOrder,
    attachmentUrl: url,
    meta,
  }
}
