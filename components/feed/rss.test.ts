import sax from 'sax'
import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../lib/articles/types.ts'
import { absoluteAddresses, rss } from './rss.ts'

const item: FeedItem = {
  id: 1,
  path: '/été/',
  kind: null,
  section: null,
  title: 'Fer & <feu>\u0008 \ud83d',
  standfirst: 'Un ]]> deux',
  publishedAt: '2019-03-02T07:46:15.000Z',
  readingMinutes: 1,
  credits: [{ person: { slug: 'a', name: 'A "B"' }, role: 'author' }],
  cover: null,
  guid: 'https://vieux.test/?p=1&x=2',
  terms: ['Métal'],
  document: { type: 'doc', content: [] },
  pictures: {},
}

describe('rss', () => {
  it('is well formed whatever the texts hold, and keeps the guid of the old site', () => {
    const xml = rss(
      { title: 'Essai', path: '/tag/é/', items: [item] },
      ['<p>a ]]> b</p>'],
      'https://neuf.test',
    )
    const texts: Record<string, string> = {}
    let open = ''
    const parser = sax.parser(true)
    parser.onopentag = ({ name }) => {
      open = name
    }
    const take = (text: string) => {
      texts[open] = (texts[open] ?? '') + text
    }
    parser.ontext = take
    parser.oncdata = take
    parser.write(xml).close()
    expect(texts.guid).toContain('https://vieux.test/?p=1&x=2')
    expect(texts.title).toContain('Fer & <feu>')
    expect(texts['content:encoded']).toContain('<p>a ]]> b</p>')
    expect(xml).toContain('https://neuf.test/%C3%A9t%C3%A9/')
    expect(xml).toContain('isPermaLink="false"')
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
