import { describe, expect, it } from 'vitest'
import { articlePath, isReserved, readOldPath, readOldQuery } from './old-addresses.ts'

const query = (text: string) => readOldQuery(new URLSearchParams(text))

describe('readOldQuery', () => {
  it.each([
    ['p=6627', ['?p=6627'], ''],
    ['page_id=012&utm_source=x', ['?p=12'], '?utm_source=x'],
    ['attachment_id=12', ['?p=12'], ''],
    ['cat=3', ['?cat=3'], ''],
    ['category_name=parent/child', ['/category/child/'], ''],
    ['tag=réseaux sociaux', ['/tag/réseaux sociaux/'], ''],
    ['author=8', ['?author=8'], ''],
    ['author_name=login', ['/author/login/'], ''],
    ['m=201903', ['/2019/03/'], ''],
    ['m=20190302', ['/2019/03/02/'], ''],
    ['year=2019&monthnum=3', ['/2019/03/'], ''],
    ['s=mot+rare&x=1', ['/recherche/'], '?q=mot+rare&x=1'],
    ['name=slug', ['/slug/'], ''],
  ])('%s', (text, keys, rest) => {
    expect(query(text)).toMatchObject({ keys, rest })
  })

  it('reads the page and the feed', () => {
    expect(query('cat=3&paged=2')).toMatchObject({ keys: ['?cat=3'], page: 2, feed: null })
    expect(query('feed=rss2')).toMatchObject({ keys: ['/'], feed: 'rss' })
    expect(query('feed=comments-rss2')).toMatchObject({ keys: ['/comments/'], feed: 'rss' })
    expect(query('feed=atom&tag=x')).toMatchObject({ keys: ['/tag/x/'], feed: 'atom' })
  })

  it('leads nowhere with an id that is no number, or a date that is none', () => {
    for (const id of ['', '-1', '1e3', "1' OR 1=1", '9'.repeat(40)])
      expect(query(`p=${encodeURIComponent(id)}`)?.keys).toEqual([])
    expect(query('m=201913')?.keys).toEqual([])
  })

  it('leaves what is not WordPress’s alone', () => {
    expect([query('utm_source=x'), query('m=1'), query('amp=1'), query('')]).toEqual([null, null, null, null])
  })
})

describe('readOldPath', () => {
  it.each([
    ['/index.php/slug/', ['/slug/']],
    ['/2019/03/02/slug/', ['/2019/03/02/slug/', '/slug/']],
    ['/slug/amp/', ['/slug/amp/', '/slug/']],
    ['/slug/embed/', ['/slug/embed/', '/slug/']],
    ['/slug/2/', ['/slug/2/', '/slug/']],
    ['/slug/comment-page-1/', ['/slug/comment-page-1/', '/slug/']],
    ['/2019/03/slug/trackback/', ['/2019/03/slug/trackback/', '/2019/03/slug/', '/slug/']],
    ['/index.php/2019/03/', ['/2019/03/']],
  ])('%s', (path, keys) => {
    expect(readOldPath(path).keys).toEqual(expect.arrayContaining(keys))
    expect(readOldPath(path).keys[0]).toBe(keys[0])
  })

  it('finds the original of a derived picture', () => {
    const { keys } = readOldPath('/wp-content/uploads/2019/03/a-300x200.jpg/')
    expect(keys.slice(0, 3)).toEqual([
      '/wp-content/uploads/2019/03/a-300x200.jpg',
      '/wp-content/uploads/2019/03/a.jpg',
      '/wp-content/uploads/2019/03/a-scaled.jpg',
    ])
  })

  it('reads pages and feeds of a list', () => {
    expect(readOldPath('/author/login/page/2/')).toMatchObject({ page: 2, feed: null })
    expect(readOldPath('/author/login/page/2/').keys).toContain('/author/login/')
    expect(readOldPath('/slug/feed/atom/')).toMatchObject({ keys: ['/slug/'], feed: 'atom' })
  })
})

it('keeps the addresses of the site’s own lists', () => {
  expect(['/', '/archives/', '/2019/03/', '/tag/x/', '/feed/'].every(isReserved)).toBe(true)
  expect(['/slug/', '/2019/03/02/slug/', '/tags/'].some(isReserved)).toBe(false)
})

it('gives an article another address where something else of the site answers', () => {
  const moved: [string, string][] = [
    ['/index.php/2012/03/un/', '/2012/03/un/'],
    ['/dossier/eau/', '/eau/'],
    ['/category/tag/eau/', '/eau/'],
    ['/personne/jeanne/', '/jeanne/'],
    ['/media/kit/', '/kit/'],
    ['/recherche/', '/recherche-7/'],
    ['/rss/', '/rss-7/'],
    ['/un/feed/', '/un/feed-7/'],
  ]
  for (const [from, to] of moved) expect(articlePath(from, 7), from).toBe(to)
  for (const path of [
    '/archives/',
    '/2019/',
    '/media/',
    '/tag/',
    '/dossier/a/b/',
    '/un.php/',
    '/recherches/',
  ])
    expect(articlePath(path, 7)).toBe(path)
})

it('finds a slug whatever the case of its letters', () => {
  expect(readOldPath('/2012/03/Mon-Article/').keys).toContain('/2012/03/mon-article/')
})
