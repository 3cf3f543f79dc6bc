import type { Feed, FeedItem } from '../../lib/articles/types.ts'
import { encodePath } from '../../lib/routes.ts'
import { site } from '../../lib/site.ts'

/** What XML 1.0 cannot hold is dropped: control characters, half characters. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string): string =>
  clean(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
const cdata = (text: string): string => `<![CDATA[${clean(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

/**
 * Addresses made whole, as a feed reader has no page to start from. `html` is React's own output: an attribute is
 * quoted, and no quotation mark stands bare in a text.
 */
export function absoluteAddresses(html: string, siteUrl: string, page: string): string {
  return html
    .replace(/ (href|src|poster)="\/(?!\/)/g, ` $1="${siteUrl}/`)
    .replace(/ href="#/g, ` href="${page}#`)
    .replace(
      / srcset="([^"]*)"/gi,
      (_all, sizes: string) => ` srcset="${sizes.replace(/(^|, ?)\/(?!\/)/g, `$1${siteUrl}/`)}"`,
    )
}

function itemXml(item: FeedItem, body: string, siteUrl: string): string {
  const page = `${siteUrl}${encodePath(item.path)}`
  const makers = item.credits.filter(({ role }) => role === 'author').map(({ person }) => person.name)
  return [
    '<item>',
    element('title', item.title),
    element('link', page),
    `<guid isPermaLink="false">${escapeXml(item.guid ?? page)}</guid>`,
    element('pubDate', new Date(item.publishedAt).toUTCString()),
    ...makers.map((name) => element('dc:creator', name)),
    ...item.terms.map((name) => element('category', name)),
    element('description', item.standfirst),
    `<content:encoded>${cdata(absoluteAddresses(body, siteUrl, page))}</content:encoded>`,
    '</item>',
  ].join('\n')
}

/** An RSS 2.0 file with the whole text of each article; `bodies` are their HTML, in order. */
export function rss(feed: Feed, bodies: readonly string[], siteUrl: string): string {
  const page = `${siteUrl}${encodePath(feed.path)}`
  const newest = feed.items[0]?.publishedAt
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    element('title', feed.title),
    element('link', page),
    `<atom:link href="${escapeXml(`${page}feed/`)}" rel="self" type="application/rss+xml"/>`,
    element('description', site.tagline),
    element('language', site.language),
    ...(newest ? [element('lastBuildDate', new Date(newest).toUTCString())] : []),
    ...feed.items.map((item, index) => itemXml(item, bodies[index] ?? '', siteUrl)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n')
}
