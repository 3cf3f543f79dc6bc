import { site } from '../../lib/site.ts'
import { FEED_TYPES } from './feed-address.ts'
import type { FeedDocument, FeedEntry, FeedLinks } from './feed-document.ts'
import { podcastChannel, podcastItem } from './podcast.ts'
import { cdata, element, empty, escapeXml } from './xml.ts'

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
}

const rfc822 = (instant: string): string => new Date(instant).toUTCString()

function itemXml(entry: FeedEntry): string {
  const { image } = entry
  // One enclosure an item, as RSS has it: the others stand in the text.
  const [sound] = entry.sounds
  return [
    '<item>',
    element('title', entry.title),
    element('link', entry.url),
    element('guid', entry.guid, { isPermaLink: 'false' }),
    element('pubDate', rfc822(entry.publishedAt)),
    ...entry.authors.map(({ name }) => element('dc:creator', name)),
    ...entry.tags.map((name) => element('category', name)),
    element('description', entry.summary),
    `<content:encoded>${cdata(entry.html)}</content:encoded>`,
    ...(image ? [empty('media:content', { ...image, medium: 'image' })] : []),
    ...(sound ? [empty('enclosure', { url: sound.url, length: sound.bytes, type: sound.mimeType })] : []),
    ...(sound ? podcastItem(entry) : []),
    '</item>',
  ].join('\n')
}

function linksXml({ hub, ...pages }: FeedLinks): string[] {
  const links = Object.entries(pages).flatMap(([rel, href]) =>
    href === null ? [] : [empty('atom:link', { href, rel, type: FEED_TYPES.rss })],
  )
  return hub === null ? links : [...links, empty('atom:link', { href: hub, rel: 'hub' })]
}

/** A feed as RSS 2.0, with the whole text of each article, and the tags of a podcast where there is sound. */
export function rss(feed: FeedDocument): string {
  const hasSound = feed.entries.some(({ sounds }) => sounds.length > 0)
  const namespaces = Object.entries(NAMESPACES).map(([name, uri]) => ` xmlns:${name}="${escapeXml(uri)}"`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rss version="2.0"${namespaces.join('')}>`,
    '<channel>',
    element('title', feed.title),
    element('link', feed.home),
    ...linksXml(feed.links),
    element('description', feed.description),
    element('language', site.language),
    element('lastBuildDate', rfc822(feed.updatedAt)),
    ...(hasSound ? podcastChannel(feed) : []),
    ...feed.entries.map(itemXml),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}
