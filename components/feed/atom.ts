import { site } from '../../lib/site.ts'
import { FEED_TYPES } from './feed-address.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'
import { element, empty, escapeXml } from './xml.ts'

const author = ({ name, url }: { name: string; url: string }): string =>
  `<author>${element('name', name)}${element('uri', url)}</author>`

/** Atom wants an IRI: a guid that is none gives way to the address, which does not change either. */
const idOf = ({ guid, url }: FeedEntry): string => (/^[a-z][a-z0-9+.-]*:\S+$/i.test(guid) ? guid : url)

function entryXml(entry: FeedEntry): string {
  return [
    '<entry>',
    element('id', idOf(entry)),
    element('title', entry.title),
    empty('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...entry.sounds.map(({ url, mimeType, bytes }) =>
      empty('link', { rel: 'enclosure', href: url, type: mimeType, length: bytes || undefined }),
    ),
    element('published', entry.publishedAt),
    element('updated', entry.updatedAt),
    ...entry.authors.map(author),
    ...entry.tags.map((term) => empty('category', { term })),
    element('summary', entry.summary),
    element('content', entry.html, { type: 'html' }),
    '</entry>',
  ].join('\n')
}

/** A feed as Atom 1.0 (RFC 4287), in pages (RFC 5005). */
export function atom(feed: FeedDocument): string {
  const { hub, ...pages } = feed.links
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(site.language)}">`,
    element('id', feed.links.first),
    element('title', feed.title),
    element('subtitle', feed.description),
    element('updated', feed.updatedAt),
    author({ name: site.name, url: new URL('/', feed.home).href }),
    empty('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    ...Object.entries(pages).flatMap(([rel, href]) =>
      href === null ? [] : [empty('link', { rel, type: FEED_TYPES.atom, href })],
    ),
    ...(hub === null ? [] : [empty('link', { rel: 'hub', href: hub })]),
    ...feed.entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n')
}
