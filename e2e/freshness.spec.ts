import { expect, test } from '@playwright/test'
import { baseURL, chapo, edit, read, revalidate, startServer } from './site.ts'

const title = (html: string) =>
  /<h1[^>]*>([\s\S]*?)<\/h1>/
    .exec(html)?.[1]
    ?.replace(/<[^>]+>/g, '')
    .trim()

test.describe('fresh on the very next request', () => {
  test('publish, update, rename, unpublish; what is not touched keeps its copy', async () => {
    expect((await read(`${baseURL}/frais/`)).status).toBe(404)
    const other = edit('--slug', 'temoin', '--title', 'Témoin', '--tag', 'temoins')
    expect((await revalidate(baseURL, { tags: other })).status).toBe(200)
    expect((await read(`${baseURL}/temoin/`)).status).toBe(200)

    const published = edit('--slug', 'frais', '--title', 'Frais du jour', '--tag', 'fraicheur')
    await revalidate(baseURL, { tags: published })
    expect(title((await read(`${baseURL}/frais/`)).html)).toBe('Frais du jour')
    expect((await read(`${baseURL}/`)).html).toContain('Frais du jour')
    expect((await read(`${baseURL}/tag/fraicheur/`)).html).toContain('Frais du jour')

    await revalidate(baseURL, {
      tags: edit('--slug', 'frais', '--title', 'Frais corrigé', '--tag', 'fraicheur'),
    })
    const corrected = await read(`${baseURL}/frais/`)
    expect([title(corrected.html), corrected.cache]).toEqual(['Frais corrigé', 'MISS'])
    expect((await read(`${baseURL}/frais/`)).cache).toBe('HIT')
    expect((await read(`${baseURL}/tag/fraicheur/`)).html).toContain('Frais corrigé')
    expect((await read(`${baseURL}/temoin/`)).cache).toBe('HIT')

    await revalidate(baseURL, {
      tags: edit('--from', 'frais', '--slug', 'tout-frais', '--title', 'Frais corrigé', '--tag', 'fraicheur'),
    })
    const old = await fetch(`${baseURL}/frais/`, { redirect: 'manual' })
    expect([old.status, old.headers.get('location')]).toEqual([308, '/tout-frais/'])
    expect((await read(`${baseURL}/tout-frais/`)).status).toBe(200)

    await revalidate(baseURL, {
      tags: edit('--slug', 'tout-frais', '--title', 'x', '--status', 'draft', '--tag', 'fraicheur'),
    })
    expect((await read(`${baseURL}/tout-frais/`)).status).toBe(404)
    expect((await read(`${baseURL}/frais/`)).status).toBe(404)
    expect((await read(`${baseURL}/tag/fraicheur/`)).status).toBe(404)
    expect((await read(`${baseURL}/temoin/`)).cache).toBe('HIT')
  })

  test('through the command line, by slug, with the server running', async () => {
    await revalidate(baseURL, { tags: edit('--slug', 'ligne', '--title', 'Avant') })
    expect(title((await read(`${baseURL}/ligne/`)).html)).toBe('Avant')
    edit('--slug', 'ligne', '--title', 'Après')
    expect(title((await read(`${baseURL}/ligne/`)).html)).toBe('Avant')
    expect(chapo('revalidate', '--slug', 'ligne')).toContain('path:/ligne/')
    expect(title((await read(`${baseURL}/ligne/`)).html)).toBe('Après')
  })

  test('on a second server, and after a restart that the page was not visited before', async () => {
    const second = await startServer(3211)
    await revalidate(baseURL, { tags: edit('--slug', 'deux', '--title', 'Première version') })
    expect(title((await read(`${second.url}/deux/`)).html)).toBe('Première version')
    expect(title((await read(`${baseURL}/deux/`)).html)).toBe('Première version')

    await revalidate(baseURL, { tags: edit('--slug', 'deux', '--title', 'Deuxième version') })
    expect(title((await read(`${second.url}/deux/`)).html)).toBe('Deuxième version')

    await revalidate(baseURL, { tags: edit('--slug', 'deux', '--title', 'Troisième version') })
    await second.stop()
    const again = await startServer(3213)
    expect(title((await read(`${again.url}/deux/`)).html)).toBe('Troisième version')
    await again.stop()
  })

  test('a page made at run time is found again on disk after a restart', async () => {
    edit('--slug', 'disque', '--title', 'Sur disque')
    const first = await startServer(3212)
    expect((await read(`${first.url}/disque/`)).cache).toBe('MISS')
    await first.stop()
    const second = await startServer(3214)
    expect((await read(`${second.url}/disque/`)).cache).toBe('HIT')
    await second.stop()
  })
})

test.describe('POST /api/revalidate', () => {
  test('says what it refreshed, and refuses what it does not understand', async () => {
    const good = await revalidate(baseURL, { paths: ['/tag/a/page/2/', '/x/'] })
    expect([good.status, await good.json()]).toEqual([
      200,
      expect.objectContaining({ refreshed: ['path:/x/', 'tag:a'] }),
    ])
    for (const body of [{}, { paths: 'x' }, { paths: ['x'] }, { slug: 'a', more: 1 }])
      expect((await revalidate(baseURL, body)).status).toBe(400)
    expect((await revalidate(baseURL, { slug: 'a' }, 'faux')).status).toBe(401)
    expect((await fetch(`${baseURL}/api/revalidate`, { method: 'POST', body: '{}' })).status).toBe(401)
  })
})
