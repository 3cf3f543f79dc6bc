import { createHash } from 'node:crypto'
import { podcastCoverPath } from '../../lib/routes.ts'
import { site } from '../../lib/site.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'
import { element, empty } from './xml.ts'

/** The namespace that Podcasting 2.0 names for its identifiers. */
const PODCAST_NAMESPACE = 'ead4c236bf5858c6a2c6a6b28d128cb6'

/** A version 5 UUID of the feed's address, without its scheme and last slashes: the same wherever the feed moves. */
export function podcastGuid(address: string): string {
  const name = address.replace(/^https?:\/\//, '').replace(/\/+$/, '')
  const hash = createHash('sha1').update(Buffer.from(PODCAST_NAMESPACE, 'hex')).update(name).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What players of podcasts ask of a feed, iTunes and Podcasting 2.0. */
export function podcastChannel({ title, description, home, links }: FeedDocument): string[] {
  const cover = new URL(podcastCoverPath, home).href
  return [
    element('itunes:author', site.name),
    element('itunes:summary', description),
    element('itunes:type', 'episodic'),
    element('itunes:explicit', 'false'),
    empty('itunes:category', { text: 'Society & Culture' }),
    empty('itunes:image', { href: cover }),
    `<image>${element('url', cover)}${element('title', title)}${element('link', home)}</image>`,
    element('podcast:guid', podcastGuid(links.first)),
    element('podcast:medium', 'podcast'),
    element('podcast:locked', 'no'),
  ]
}

/** What players of podcasts ask of an episode. */
export function podcastItem({ authors, summary, image }: FeedEntry): string[] {
  const names = authors.map(({ name }) => name).join(', ')
  return [
    element('itunes:author', names || site.name),
    element('itunes:summary', summary),
    element('itunes:explicit', 'false'),
    element('itunes:episodeType', 'full'),
    ...(image ? [empty('itunes:image', { href: image.url })] : []),
    ...authors.map(({ name, url }) => element('podcast:person', name, { role: 'author', href: url })),
  ]
}
