import type { Attachment } from '../wordpress/draft.ts'
import { phpArray } from './php.ts'
import type { WxrItem } from './wxr-item.ts'

/** Month of the uploads folder, which is where WordPress puts the file of an attachment of that date. */
function monthOf(url: string): string {
  const [, year, month] = /\/(\d{4})\/(\d{2})\/[^/]+$/.exec(url) ?? []
  return year && month ? `${year}-${month}-01 00:00:00` : ''
}

function nameOf(url: string): string {
  const file = /([^/?#]+?)(?:\.[a-z\d]{1,5})?(?:[?#].*)?$/i.exec(url)?.[1] ?? ''
  return file
}

/** A file of the library as an item of WXR, which WordPress fetches from its address. */
export function wxrAttachment(attachment: Attachment, site: string): WxrItem {
  const { id, url, width, height, alt, caption, parent, menuOrder } = attachment
  const name = nameOf(url)
  const date = monthOf(url)
  const file = /\/uploads\/(.+)$/.exec(url)?.[1] ?? ''
  const meta = {
    ...(file ? { _wp_attached_file: file } : {}),
    ...(width !== null && height !== null
      ? { _wp_attachment_metadata: phpArray({ width, height, file }) }
      : {}),
    ...(alt === null ? {} : { _wp_attachment_image_alt: alt }),
  }
  return {
    id,
    type: 'attachment',
    status: 'inherit',
    title: name,
    link: `${site}/?attachment_id=${id}`,
    guid: url,
    slug: name.toLowerCase(),
    creator: 'redaction',
    content: '',
    excerpt: caption,
    date,
    dateGmt: date,
    modified: date,
    modifiedGmt: date,
    password: '',
    parent,
    menuOrder,
    sticky: false,
    commentsOpen: false,
    attachmentUrl: url,
    terms: [],
    meta,
    comments: [],
  }
}
