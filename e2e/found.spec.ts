import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { requiredFaults, vocabularyFaults } from '../lib/testing/schema-org.ts'
import { baseURL, edit, read, revalidate } from './site.ts'

const at = (path: string) => read(`${baseURL}${path}`)
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${baseURL}${path}`, { headers, redirect: 'manual' })

/** `fetch` sends the host of its address and no other. */
async function askAs(host: string, path: string): Promise<{ robots: string; tag: unknown }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${baseURL}${path}`, { headers: { host } }, resolve).on('error', reject)
  })
  return { robots: await text(response), tag: response.headers['x-robots-tag'] }
}

/** What a page says of itself, by the name of the element or its property. */
function headOf(html: string): { canonical?: string; image?: string; feeds: string[]; things: unknown[] } {
  const feeds = [...html.matchAll(/<link rel="alternate" type="[^"]*" href="([^"]*)"/g)]
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  return {
    canonical: /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1],
    image: /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1],
    feeds: feeds.map((match) => match[1] ?? ''),
    things: JSON.parse(json)['@graph'] ?? [],
  }
}

test.describe('found', () => {
  test('a publication changes feeds and sitemaps on the next request, and nothing else', async () => {
    await revalidate(baseURL, { tags: edit('--slug', 'voisin', '--title', 'Voisin', '--tag', 'voisinage') })
    const changed = ['/feed/', '/feed/atom/', '/feed/json/', '/tag/trouvailles/feed/', '/sitemaps/2026-1.xml']
    const kept = ['/voisin/', '/tag/voisinage/feed/', '/voisin/feed/', '/sitemaps/2023-1.xml']
    for (const path of [...changed, ...kept, '/sitemap.xml']) await at(path)
    for (const path of kept) expect([path, (await at(path)).cache]).toEqual([path, 'HIT'])

    await revalidate(baseURL, { tags: edit('--slug', 'trouve', '--title', 'Trouvé', '--tag', 'trouvailles') })
    for (const path of changed) expect((await at(path)).html).toContain('/trouve/')
    for (const path of kept) expect([path, (await at(path)).cache]).toEqual([path, 'HIT'])
    for (const path of changed) expect([path, (await at(path)).cache]).toEqual([path, 'HIT'])

    const draft = ['--slug', 'trouve', '--title', 'Trouvé', '--tag', 'trouvailles', '--status', 'draft']
    await revalidate(baseURL, { tags: edit(...draft) })
    for (const path of changed) expect((await at(path)).html).not.toContain('/trouve/')
  })

  test('a feed that its reader has already is not sent again', async () => {
    const first = await ask('/feed/atom/')
    const [etag, date] = [first.headers.get('etag'), first.headers.get('last-modified')]
    expect(etag).toMatch(/^(?:W\/)?"[\w-]+"$/)
    const same = await ask('/feed/atom/', { 'If-None-Match': etag ?? '' })
    expect([same.status, await same.text()]).toEqual([304, ''])
    expect((await ask('/feed/atom/', { 'If-Modified-Since': date ?? '' })).status).toBe(304)
    expect((await ask('/feed/atom/', { 'If-None-Match': '"autre"' })).status).toBe(200)
  })

  test('feeds have pages, and an end', async () => {
    const next = /rel="next" [^>]*href="([^"]*)"|href="([^"]*)" rel="next"/.exec((await at('/feed/')).html)
    expect(next?.[1] ?? next?.[2]).toBe(`${baseURL}/feed/?paged=2`)
    expect((await at('/feed/?paged=2')).html).toContain('rel="previous"')
    expect((await at('/feed/?paged=999')).status).toBe(404)
    expect((await at('/feed/json/?paged=2')).status).toBe(200)
    expect((await at('/personne/aucune/feed/')).status).toBe(404)
  })

  test('every page says its address, its feeds, what it is; an article has a picture of its own', async () => {
    const published = edit('--slug', 'apercu', '--title', 'Été à l’œuvre', '--tag', 'ete')
    await revalidate(baseURL, { tags: published })
    for (const path of ['/', '/apercu/', '/tag/ete/', '/2026/11/']) {
      const head = headOf((await at(path)).html)
      expect(head.canonical).toBe(`${baseURL}${path}`)
      expect(head.feeds).toHaveLength(3)
      for (const feed of head.feeds) expect((await fetch(feed)).status).toBe(200)
      expect(head.things.length).toBeGreaterThan(1)
    }
    const { image = '' } = headOf((await at('/apercu/')).html)
    const drawn = await fetch(image)
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await drawn.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
    await revalidate(baseURL, {
      tags: edit('--slug', 'apercu', '--title', 'Hiver à l’œuvre', '--tag', 'ete'),
    })
    const after = headOf((await at('/apercu/')).html)
    expect(after.image).not.toBe(image)
    const former = await fetch(image, { redirect: 'manual' })
    expect([former.status, former.headers.get('location')]).toEqual([
      307,
      new URL(after.image ?? '').pathname,
    ])
  })

  test('people, sections, tags and series have a picture of their own, at an address that says what it shows', async () => {
    const pages = ['/personne/maelle-garancier/', '/category/entretiens/', '/tag/bois/']
    const images = new Set<string>()
    for (const path of [...pages, '/dossier/les-quatre-saisons-du-bois/']) {
      const { html } = await at(path)
      const { image = '' } = headOf(html)
      images.add(image)
      expect(new URL(image).pathname).toMatch(new RegExp(`^/apercu${path}[0-9a-f]{10}\\.jpg$`))
      expect(html).toMatch(/<meta property="og:image:alt" content="[^"]+"/)
      const drawn = await fetch(image)
      expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
      const former = await ask(`/apercu${path}0123456789.jpg`)
      expect([former.status, former.headers.get('location')]).toEqual([307, new URL(image).pathname])
    }
    expect(images.size).toBe(4)
    for (const path of ['/apercu/tag/aucun/0123456789.jpg', '/apercu/tag/bois/x.jpg', '/apercu/a/b/c/d.jpg'])
      expect((await ask(path)).status).toBe(404)
  })

  test('every type of page tells what it is in words of schema.org', async () => {
    const paths = [
      ...['/', '/page/2/', '/archives/', '/etiquettes/', '/personnes/', '/recherche/'],
      ...['/2023/', '/2023/03/', '/2023/03/14/', '/category/entretiens/', '/tag/bois/'],
      ...['/dossier/les-quatre-saisons-du-bois/', '/personne/maelle-garancier/', '/personne/malik-derouet/'],
      ...['/a-propos/', '/nos-principes/', '/elise-varambon-luthiere/', '/retisser-pont-louvise/'],
      ...['/assises-de-la-reparation-qui-a-le-droit-douvrir/', '/quatre-idees-recues-sur-les-bles-de-pays/'],
    ]
    for (const path of paths) {
      const { status, html } = await at(path)
      const graphs = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
        (match) => JSON.parse(match[1] ?? ''),
      )
      const faults = graphs.flatMap((graph) => [...vocabularyFaults(graph), ...requiredFaults(graph)])
      // Nothing of its own: a way to pages, which no search engine lists.
      const isWay = path === '/recherche/'
      expect([path, status, graphs.length > 0 || isWay, faults]).toEqual([path, 200, true, []])
      expect([path, isWay || /<meta name="description" content="[^"]+"/.test(html)]).toEqual([path, true])
    }
  })

  test('search engines read the site under its own name only', async () => {
    const own = await ask('/robots.txt')
    expect(own.headers.get('x-robots-tag')).toBeNull()
    expect(await own.text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
    const other = await askAs('essai.test', '/robots.txt')
    expect(other).toEqual({ robots: 'User-agent: *\nDisallow: /\n', tag: 'noindex' })
  })

  test('the sitemaps of WordPress and of its plugins lead to the index, which names only what is there', async () => {
    for (const path of [
      '/wp-sitemap.xml',
      '/wp-sitemap-posts-post-1.xml',
      '/sitemap_index.xml',
      '/post-sitemap2.xml',
    ]) {
      const response = await ask(path)
      expect([response.status, response.headers.get('location')]).toEqual([308, '/sitemap.xml'])
    }
    const parts = [...(await at('/sitemap.xml')).html.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      (match) => match[1] ?? '',
    )
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect((await fetch(part)).status).toBe(200)
    expect((await at('/sitemaps/1999-1.xml')).status).toBe(404)
    expect((await at('/news-sitemap.xml')).status).toBe(200)
  })

  test('icons and the manifest are there', async () => {
    const manifest = await (await ask('/manifest.webmanifest')).json()
    const icons: { src: string }[] = manifest.icons
    for (const { src } of [...icons, { src: '/favicon.ico' }, { src: '/apple-icon.png' }])
      expect([src, (await ask(src)).status]).toEqual([src, 200])
  })
})
