import type { ArticleCredit, Feed, FeedItem, Picture, Sound } from '../../lib/articles/types.ts'
import { signersOf } from '../../lib/metadata/signers.ts'
import { encodePath, type FeedFormat, personPath } from '../../lib/routes.ts'
import { feedPath } from './feed-address.ts'

/** One feed, before it is written as RSS, Atom or JSON: all addresses are whole. */
export type FeedEntry = {
  guid: string
  url: string
  title: string
  summary: string
  html: string
  publishedAt: string
  updatedAt: string
  authors: { name: string; url: string }[]
  tags: string[]
  image: { url: string; width: number; height: number } | null
  sounds: Sound[]
}
/** The pages of the feed (RFC 5005), and the hub that tells of changes (WebSub). */
export type FeedLinks = {
  self: string
  first: string
  last: string
  previous: string | null
  next: string | null
  hub: string | null
}
export type FeedDocument = {
  title: string
  description: string
  home: string
  updatedAt: string
  links: FeedLinks
  entries: FeedEntry[]
}

type Place = { siteUrl: string; hub: string | null; format: FeedFormat }

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

const whole = (address: string, siteUrl: string): string =>
  address.startsWith('/') && !address.startsWith('//') ? `${siteUrl}${address}` : address

/** Readers know pictures by their address: the largest that is not a modern format, else the original. */
function imageOf(cover: Picture | null, siteUrl: string): FeedEntry['image'] {
  if (!cover) return null
  const plain = cover.sizes.findLast(({ type }) => type === 'image/jpeg' || type === 'image/png')
  const { width, height } = cover
  if (!plain) return { url: whole(cover.src, siteUrl), width, height }
  const shown = { width: plain.width, height: Math.round((plain.width * height) / width) }
  return { url: whole(plain.src, siteUrl), ...shown }
}

function authorsOf(credits: readonly ArticleCredit[], siteUrl: string): FeedEntry['authors'] {
  return signersOf(credits).map(({ name, slug }) => ({
    name,
    url: `${siteUrl}${encodePath(personPath(slug))}`,
  }))
}

function toEntry(item: FeedItem, body: string, siteUrl: string): FeedEntry {
  const url = `${siteUrl}${encodePath(item.path)}`
  return {
    guid: item.guid ?? url,
    url,
    title: item.title,
    summary: item.standfirst,
    // Styles are for the page: the colours that stand for a picture while it loads.
    html: absoluteAddresses(body.replace(/ style="[^"]*"/g, ''), siteUrl, url),
    publishedAt: item.publishedAt,
    updatedAt: item.updatedAt ?? item.publishedAt,
    authors: authorsOf(item.credits, siteUrl),
    tags: item.terms,
    image: imageOf(item.cover, siteUrl),
    sounds: item.sounds.map((sound) => ({ ...sound, url: whole(sound.url, siteUrl) })),
  }
}

function linksOf({ path, page, pageCount }: Feed, { siteUrl, hub, format }: Place): FeedLinks {
  const at = (number: number) => `${siteUrl}${feedPath(path, format, number)}`
  return {
    self: at(page),
    first: at(1),
    last: at(pageCount),
    previous: page > 1 ? at(page - 1) : null,
    next: page < pageCount ? at(page + 1) : null,
    hub,
  }
}

/** `bodies` are the HTML of the articles, in order. A feed without articles is as old as its making. */
export function feedDocument(feed: Feed, bodies: readonly string[], place: Place): FeedDocument {
  const entries = feed.items.map((item, index) => toEntry(item, bodies[index] ?? '', place.siteUrl))
  const newest = entries.map(({ updatedAt }) => updatedAt).sort()
  return {
    title: feed.title,
    description: feed.description,
    home: `${place.siteUrl}${encodePath(feed.path)}`,
    updatedAt: newest.at(-1) ?? feed.madeAt,
    links: linksOf(feed, place),
    entries,
  }
}
