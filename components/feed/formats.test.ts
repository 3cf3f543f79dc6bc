import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import sax from 'sax'
import { describe, expect, it } from 'vitest'
import type { Feed, FeedItem } from '../../lib/articles/types.ts'
import { atom } from './atom.ts'
import { absoluteAddresses, feedDocument } from './feed-document.ts'
import { jsonFeed } from './json-feed.ts'
import { podcastGuid } from './podcast.ts'
import { rss } from './rss.ts'

const item: FeedItem = {
  id: 1,
  path: '/été/',
  kind: null,
  section: null,
  title: 'Fer & <feu>\u0008 \ud83d',
  standfirst: 'Un ]]> deux',
  publishedAt: '2019-03-02T07:46:15.000Z',
  updatedAt: '2019-04-02T07:46:15.000Z',
  readingMinutes: 1,
  credits: [{ person: { slug: 'a', name: 'A "B"' }, role: 'author' }],
  cover: null,
  guid: 'https://vieux.test/?p=1&x=2',
  terms: ['Métal'],
  document: { type: 'doc', content: [] },
  pictures: {},
  sounds: [{ url: '/media/0123.mp3', mimeType: 'audio/mpeg', bytes: 1234 }],
}
const feed: Feed = {
  title: 'Essai & <essai>',
  description: 'Des essais',
  path: '/tag/é/',
  page: 2,
  pageCount: 3,
  madeAt: '2026-01-01T00:00:00.000Z',
  items: [item],
}
const body =
  '<p style="background-image:url(data:image/webp;base64,AA)">a ]]&gt; b <a href="#note-1">1</a> &amp; <img src="/media/x.jpg" alt="Un &quot;x&quot;"/></p>'
const wholeBody =
  '<p>a ]]&gt; b <a href="https://neuf.test/%C3%A9t%C3%A9/#note-1">1</a> &amp; <img src="https://neuf.test/media/x.jpg" alt="Un &quot;x&quot;"/></p>'

const write = (format: 'rss' | 'atom' | 'json', changed: Partial<Feed> = {}) =>
  feedDocument({ ...feed, ...changed }, [body], {
    siteUrl: 'https://neuf.test',
    hub: 'https://relais.test/',
    format,
  })

describe('feeds, read back by a reader', () => {
  it('RSS keeps the guid, the text and the sound', () => {
    const xml = rss(write('rss'))
    sax.parser(true).write(xml).close()
    const read = parseRssFeed(xml)
    const [entry] = read.items ?? []
    expect(read.title).toBe('Essai & <essai>')
    expect(entry).toMatchObject({
      title: 'Fer & <feu> �',
      link: 'https://neuf.test/%C3%A9t%C3%A9/',
      guid: { value: 'https://vieux.test/?p=1&x=2', isPermaLink: false },
      content: { encoded: wholeBody },
      description: 'Un ]]> deux',
      enclosures: [{ url: 'https://neuf.test/media/0123.mp3', length: 1234, type: 'audio/mpeg' }],
    })
    const rels = (read.atom?.links ?? []).map(({ rel, href }) => [rel, href])
    expect(Object.fromEntries(rels)).toEqual({
      self: 'https://neuf.test/tag/%C3%A9/feed/?paged=2',
      first: 'https://neuf.test/tag/%C3%A9/feed/',
      previous: 'https://neuf.test/tag/%C3%A9/feed/',
      next: 'https://neuf.test/tag/%C3%A9/feed/?paged=3',
      last: 'https://neuf.test/tag/%C3%A9/feed/?paged=3',
      hub: 'https://relais.test/',
    })
    expect(read.podcast?.guid).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(read.itunes?.image).toBe('https://neuf.test/apercu/magazine.jpg')
  })

  it('RSS has no tag of a podcast without sound', () => {
    expect(rss(write('rss', { items: [{ ...item, sounds: [] }] }))).not.toMatch(/<(itunes|podcast):/)
  })

  it('Atom has the same', () => {
    const xml = atom(write('atom'))
    sax.parser(true).write(xml).close()
    const read = parseAtomFeed(xml)
    expect(read.id).toBe('https://neuf.test/tag/%C3%A9/feed/atom/')
    expect(read.entries?.[0]).toMatchObject({
      id: 'https://vieux.test/?p=1&x=2',
      title: { value: 'Fer & <feu> �' },
      content: { value: wholeBody, type: 'html' },
      published: '2019-03-02T07:46:15.000Z',
      updated: '2019-04-02T07:46:15.000Z',
    })
  })

  it('JSON Feed has the same', () => {
    const text = jsonFeed(write('json'))
    const read = parseJsonFeed(text)
    expect(read).toMatchObject({
      next_url: 'https://neuf.test/tag/%C3%A9/feed/json/?paged=3',
      hubs: [{ type: 'WebSub', url: 'https://relais.test/' }],
    })
    expect(read.items?.[0]).toMatchObject({
      id: 'https://vieux.test/?p=1&x=2',
      content_html: wholeBody,
      authors: [{ name: 'A "B"', url: 'https://neuf.test/personne/a/' }],
      attachments: [
        { url: 'https://neuf.test/media/0123.mp3', mime_type: 'audio/mpeg', size_in_bytes: 1234 },
      ],
    })
    expect(text).toContain('"version": "https://jsonfeed.org/version/1.1"')
    expect(text.isWellFormed()).toBe(true)
  })

  it('Atom names an entry by its address where the guid is no IRI', () => {
    const xml = atom(write('atom', { items: [{ ...item, guid: 'article 12' }] }))
    expect(parseAtomFeed(xml).entries?.[0]?.id).toBe('https://neuf.test/%C3%A9t%C3%A9/')
  })
})

describe('podcastGuid', () => {
  // The example of the specification of Podcasting 2.0.
  it('is a version 5 UUID of the address', () => {
    expect(podcastGuid('https://podnews.net/rss')).toBe('9b024349-ccf0-5f69-a609-6b82873eab3c')
  })
})

describe('absoluteAddresses', () => {
  it('completes the addresses of this site and of this page, and no other', () => {
    const html =
      '<a href="/x/">x</a><a href="#note-1">1</a><a href="//a.test/">a</a><img src="/media/a.jpg" srcSet="/media/a.webp 480w, /media/b.webp 960w"/><p>href=&quot;/y/</p>'
    expect(absoluteAddresses(html, 'https://s.test', 'https://s.test/un/')).toBe(
      '<a href="https://s.test/x/">x</a><a href="https://s.test/un/#note-1">1</a><a href="//a.test/">a</a><img src="https://s.test/media/a.jpg" srcset="https://s.test/media/a.webp 480w, https://s.test/media/b.webp 960w"/><p>href=&quot;/y/</p>',
    )
  })
})
