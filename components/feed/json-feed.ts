import { site } from '../../lib/site.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'

const toItem = (entry: FeedEntry) => ({
  id: entry.guid,
  url: entry.url,
  title: entry.title,
  content_html: entry.html,
  summary: entry.summary || undefined,
  image: entry.image?.url,
  date_published: entry.publishedAt,
  date_modified: entry.updatedAt,
  authors: entry.authors.length > 0 ? entry.authors : undefined,
  tags: entry.tags.length > 0 ? entry.tags : undefined,
  language: site.language,
  attachments:
    entry.sounds.length > 0
      ? entry.sounds.map(({ url, mimeType, bytes }) => ({
          url,
          mime_type: mimeType,
          size_in_bytes: bytes || undefined,
        }))
      : undefined,
})

/** A feed as JSON Feed 1.1. Half characters, which JSON may not carry, are mended. */
export function jsonFeed(feed: FeedDocument): string {
  const { self, next, hub } = feed.links
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: self,
    next_url: next ?? undefined,
    icon: new URL('/icone-512.png', feed.home).href,
    language: site.language,
    authors: [{ name: site.name, url: new URL('/', feed.home).href }],
    hubs: hub === null ? undefined : [{ type: 'WebSub', url: hub }],
    items: feed.entries.map(toItem),
  }
  const wellFormed = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value
  return `${JSON.stringify(document, wellFormed, 1)}\n`
}
