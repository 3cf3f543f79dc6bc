import { expect, test } from '@playwright/test'
import { baseURL, edit, read, revalidate } from './site.ts'

const hop = async (address: string) => {
  const response = await fetch(`${baseURL}${address}`, { redirect: 'manual' })
  return [response.status, response.headers.get('location')]
}
const article = '/elise-varambon-luthiere/'
const figure = `${article}#media-900213`

test('old addresses lead to the page in one hop, their query kept', async () => {
  const hops: [string, number, string][] = [
    ['/?p=900101', 301, article],
    ['/?p=900101&utm_source=lettre', 301, `${article}?utm_source=lettre`],
    ['/?page_id=900101', 301, article],
    ['/index.php/elise-varambon-luthiere/', 301, article],
    ['/index.php?p=900101', 301, article],
    ['/elise-varambon-luthiere', 308, article],
    ['/elise-varambon-luthiere?utm_source=x', 308, `${article}?utm_source=x`],
    ['/2020/01/05/elise-varambon-luthiere/', 308, article],
    ['/2020/01/05/elise-varambon-luthiere', 301, article],
    ...['amp', 'embed', 'trackback', '2', 'comment-page-1', 'page/2'].map(
      (suffix): [string, number, string] => [`${article}${suffix}/`, 308, article],
    ),
    ['/?attachment_id=900213', 301, figure],
    [`${article}elise-varambon-portrait/`, 308, figure],
    [`${article}elise-varambon-portrait/?utm_source=x`, 308, `${article}?utm_source=x#media-900213`],
    ['/?tag=bois', 301, '/tag/bois/'],
    ['/?tag_id=12', 301, '/tag/bois/'],
    ['/?cat=4', 301, '/category/entretiens/'],
    ['/tag/bois', 308, '/tag/bois/'],
    ['/tag/bois/page/1/', 308, '/tag/bois/'],
    ['/tag/bois/page/99/', 308, '/tag/bois/'],
    ['/author/redaction/', 308, '/archives/'],
    ['/?author=2', 301, '/archives/'],
    ['/?m=202303', 301, '/2023/03/'],
    ['/2023/3/', 308, '/2023/03/'],
    ['/page/1/', 308, '/'],
    ['/page/99/', 308, '/page/3/'],
    ['/?paged=2', 301, '/page/2/'],
    ['/?s=mot', 301, '/recherche/?q=mot'],
    ['/?feed=rss2', 301, '/feed/'],
    ['/author/redaction/feed/', 301, '/feed/'],
    ['/wp-rss2.php', 308, '/feed/'],
    ['/wp-atom.php', 308, '/feed/atom/'],
    ['/wp-commentsrss2.php', 308, '/comments/feed/'],
    ['/search/papier+de+chiffon/', 308, '/recherche/?q=papier+de+chiffon'],
    ['/search/ch%C3%AAne%20%26%20h%C3%AAtre/page/2/', 308, '/recherche/?q=ch%C3%AAne%20%26%20h%C3%AAtre'],
    ['/tag/bois/?feed=rss2', 301, '/tag/bois/feed/'],
    ['/tag/bois?feed=rss2&utm_source=x', 301, '/tag/bois/feed/?utm_source=x'],
    ['/?tag=bois&feed=atom&paged=2', 301, '/tag/bois/feed/atom/?paged=2'],
    [`${article}?feed=comments-rss2`, 301, `${article}feed/`],
    ['/2020/01/05/elise-varambon-luthiere/?feed=rss', 301, `${article}feed/`],
    ['/recherche/?q=bois&feed=rss2', 301, '/feed/?q=bois'],
    ['/personne/maelle-garancier/?feed=rdf', 301, '/personne/maelle-garancier/feed/'],
  ]
  for (const [address, ...answer] of hops)
    for (const _try of [1, 2]) expect(await hop(address), address).toEqual(answer)
})

test('percent-encoding is the same in capitals or not', async () => {
  await revalidate(baseURL, { tags: edit('--slug', 'été', '--title', 'Été') })
  for (const slug of ['%C3%A9t%C3%A9', '%c3%a9t%c3%a9', 'e%CC%81te%CC%81']) {
    expect((await read(`${baseURL}/${slug}/`)).status, slug).toBe(200)
    expect(await hop(`/${slug}`), slug).toEqual([308, '/%C3%A9t%C3%A9/'])
    expect(await hop(`/2018/01/05/${slug}/?a=1`), slug).toEqual([308, '/%C3%A9t%C3%A9/?a=1'])
  }
})

test('the picture of an uploads address, of every size it had', async () => {
  for (const size of ['', '-300x200', '-scaled']) {
    const [status, location] = await hop(`/wp-content/uploads/2023/03/elise-varambon-portrait${size}.jpg`)
    expect(status).toBe(301)
    const response = await fetch(`${baseURL}${location}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  }
})

test('the figure stands where the page of its attachment leads', async ({ page }) => {
  await page.goto(figure)
  await expect(page.locator('figure#media-900213')).toHaveCount(1)
})

test('dates, all articles, the archives and the search have pages', async () => {
  for (const path of [
    ...['/2023/', '/2023/03/', '/page/2/', '/archives/', '/recherche/?q=mot', '/category/a/entretiens/'],
    ...['/?m=1', '/?amp=1', '/?utm_source=x'],
  ])
    expect((await fetch(`${baseURL}${path}`, { redirect: 'manual' })).status, path).toBe(200)
})

test('feeds are served, whole and fresh', async () => {
  for (const path of [
    ...['/feed/', '/feed', '/feed/rss2/', '/rss2/', '/comments/feed/', `${article}feed/`],
    ...['/tag/bois/feed/', '/category/entretiens/feed/', '/2023/03/feed/'],
  ]) {
    const response = await fetch(`${baseURL}${path}`, { redirect: 'manual' })
    expect([response.status, response.headers.get('content-type')], path).toEqual([
      200,
      'application/rss+xml; charset=utf-8',
    ])
  }
  const { html } = await read(`${baseURL}/tag/bois/feed/`)
  expect(html).toContain('<guid isPermaLink="false">https://www.copeaux.example/?p=900101</guid>')
  expect(html).toContain(`<figure id="media-900213"`)
  await revalidate(baseURL, {
    tags: edit('--slug', 'au-flux', '--title', 'Au flux du jour', '--tag', 'flux'),
  })
  expect((await read(`${baseURL}/feed/`)).html).toContain('Au flux du jour')
  expect((await read(`${baseURL}/2026/11/`)).html).toContain('Au flux du jour')
  expect((await read(`${baseURL}/tag/flux/feed/`)).cache).toBe('MISS')
  expect((await read(`${baseURL}/tag/flux/feed/`)).cache).toBe('HIT')
  await revalidate(baseURL, { tags: edit('--slug', 'au-flux', '--title', 'x', '--status', 'draft') })
  expect((await read(`${baseURL}/feed/`)).html).not.toContain('Au flux du jour')
  expect((await read(`${baseURL}/tag/flux/feed/`)).status).toBe(404)
})

test('what was WordPress’s machinery is gone', async () => {
  for (const path of ['/wp-login.php', '/xmlrpc.php', '/wp-admin/', '/wp-json/oembed/1.0/embed?url=x'])
    for (const method of ['GET', 'POST'])
      expect((await fetch(`${baseURL}${path}`, { method })).status, path).toBe(410)
  for (const path of ['/wp-admin/', '/?p=424242'])
    expect(await (await fetch(`${baseURL}${path}`)).text(), path).toMatch(
      /<h1>Cette .*<a href="\/recherche\/">/s,
    )
})

test('what does not exist is a real 404, at the first request and after', async () => {
  for (const path of [
    '/nulle-part-2/',
    '/?p=424242',
    '/?p=x',
    '/tag/inconnu/',
    '/?cat=99',
    '/?m=190001',
    '/1900/',
    '/author/personne/',
    '/inconnu/feed/',
    '/inconnu/?feed=rss2',
    '/tag/inconnu/?feed=rss2',
    ...['%zz', '%ED%A0%80', 'caf%E9', '%'].flatMap((part) =>
      ['', 'tag/', 'personne/', 'dossier/', 'category/', 'apercu/tag/', 'media/', 'sitemaps/'].map(
        (room) => `/${room}${part}/`,
      ),
    ),
    '/tag/%zz/feed/',
    '/%zz/?feed=rss2',
    '/wp-content/uploads/2023/03/absente.jpg',
    '/tag/bois/page/x/',
    '/category/inconnue/',
    '/media/x.jpg',
    '/media/..%2f..%2fpackage.json',
  ])
    for (const _try of [1, 2]) expect((await fetch(`${baseURL}${path}`)).status, path).toBe(404)
})

test('the state of each part', async () => {
  const response = await fetch(`${baseURL}/api/health`)
  expect([response.status, await response.json()]).toEqual([200, { database: 'ok', media: 'ok' }])
})

test('pictures are served for ever, in parts too', async () => {
  const html = await (await fetch(`${baseURL}/`)).text()
  const src = /src="(\/media\/[^"]+)"/.exec(html)?.[1] ?? ''
  const whole = await fetch(`${baseURL}${src}`)
  expect([whole.status, whole.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  const part = await fetch(`${baseURL}${src}`, { headers: { Range: 'bytes=0-9' } })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10])
})

test('safety headers stand on every page', async () => {
  const { headers } = await fetch(`${baseURL}/`)
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
})
