import { instantOf } from '../import/dates.ts'
import type { StoredItem } from './stored-item.ts'
import { gmtDate } from './wordpress-dates.ts'
import { cdata, escapeXml, field } from './xml.ts'

/** An item of the file, ready to be written. Dates as WordPress writes them; '' when there is none. */
export type WxrItem = {
  id: number
  type: string
  status: string
  title: string
  link: string
  guid: string
  slug: string
  creator: string
  content: string
  excerpt: string
  date: string
  dateGmt: string
  modified: string
  modifiedGmt: string
  password: string
  parent: number
  menuOrder: number
  sticky: boolean
  commentsOpen: boolean
  attachmentUrl: string
  terms: readonly { taxonomy: string; slug: string; name: string }[]
  meta: Readonly<Record<string, string>>
  comments: StoredItem['comments']
}

function termXml({ taxonomy, slug, name }: WxrItem['terms'][number]): string {
  return `<category domain="${escapeXml(taxonomy)}" nicename="${escapeXml(slug)}">${cdata(name)}</category>`
}

/** Keys with several values, which our reader puts one below the other, and what parts them. */
const MANY = new Map([
  ['_wp_old_slug', /\n/],
  ['_wp_old_date', /\n/],
  ['enclosure', /\n(?=https?:)/],
])

function metaXml([key, value]: [string, string]): string[] {
  const between = MANY.get(key)
  return (between ? value.split(between) : [value]).map(
    (one) => `<wp:postmeta>${field('wp:meta_key', key)}${field('wp:meta_value', one)}</wp:postmeta>`,
  )
}

const pubDate = ({ dateGmt, date }: WxrItem): string =>
  instantOf(dateGmt, date)?.toUTCString().replace('GMT', '+0000') ?? ''

/** The date of a comment as WordPress wants it beside the local one, of which it would make none itself. */
function gmtOf(date: string): string {
  const instant = instantOf('', date)
  return instant ? gmtDate(instant) : ''
}

function commentXml(comment: WxrItem['comments'][number]): string {
  const fields = [
    field('wp:comment_id', comment.id),
    field('wp:comment_author', comment.author),
    field('wp:comment_author_email', ''),
    `<wp:comment_author_url>${escapeXml(comment.authorUrl)}</wp:comment_author_url>`,
    field('wp:comment_author_IP', ''),
    field('wp:comment_date', comment.date),
    field('wp:comment_date_gmt', gmtOf(comment.date)),
    field('wp:comment_content', comment.content),
    field('wp:comment_approved', comment.status),
    field('wp:comment_type', comment.type),
    field('wp:comment_parent', comment.parent),
    field('wp:comment_user_id', 0),
  ]
  return `<wp:comment>${fields.join('')}</wp:comment>`
}

/** One `<item>` of WXR 1.2. */
export function itemXml(item: WxrItem): string {
  const isAttachment = item.type === 'attachment'
  const lines = [
    field('title', item.title),
    `<link>${escapeXml(item.link)}</link>`,
    `<pubDate>${pubDate(item)}</pubDate>`,
    field('dc:creator', item.creator),
    `<guid isPermaLink="false">${escapeXml(item.guid)}</guid>`,
    '<description></description>',
    field('content:encoded', item.content),
    field('excerpt:encoded', item.excerpt),
    field('wp:post_id', item.id),
    field('wp:post_date', item.date),
    field('wp:post_date_gmt', item.dateGmt),
    field('wp:post_modified', item.modified),
    field('wp:post_modified_gmt', item.modifiedGmt),
    field('wp:comment_status', item.commentsOpen ? 'open' : 'closed'),
    field('wp:ping_status', 'closed'),
    field('wp:post_name', item.slug),
    field('wp:status', item.status),
    field('wp:post_parent', item.parent),
    field('wp:menu_order', item.menuOrder),
    field('wp:post_type', item.type),
    field('wp:post_password', item.password),
    field('wp:is_sticky', item.sticky ? 1 : 0),
    ...(isAttachment ? [field('wp:attachment_url', item.attachmentUrl)] : []),
    ...item.terms.map(termXml),
    ...Object.entries(item.meta).flatMap(metaXml),
    ...item.comments.map(commentXml),
  ]
  return `<item>\n${lines.join('\n')}\n</item>\n`
}
