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

    const published = edit('--slug', 'frais', '--title', 'Frais chaque jour', '--tag', 'fraicheur')
    await revalidate(baseURL, { tags: published })
    expect(title((await read(`${baseURL}/frais/`)).html)).toBe('Frais chaque jour')
    expect((await read(`${baseURL}/`)).html).toContain('Frais chaque jour')
    expect((await read(`${baseURL}/tag/fraicheur/`)).html).toContain('Frais chaque jour')

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
    edit('--slug', 'ligne', '--title', 'Après', '--silent')
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

test.describe('what an editor decides', () => {
  const article = (...args: string[]) => chapo('article', ...args)

  test('a correction of the text touches the page and its feeds, and no list', async () => {
    edit('--slug', 'corps', '--title', 'Corps', '--tag', 'corps')
    for (const path of ['/corps/', '/tag/corps/', '/tag/corps/feed/', '/2026/11/', '/'])
      await read(`${baseURL}${path}`)
    edit('--slug', 'corps', '--title', 'Corps', '--tag', 'corps', '--words', 'Un mot corrigé.')
    expect((await read(`${baseURL}/corps/`)).html).toContain('Un mot corrigé.')
    expect((await read(`${baseURL}/tag/corps/feed/`)).html).toContain('Un mot corrigé.')
    for (const path of ['/tag/corps/', '/2026/11/', '/'])
      expect((await read(`${baseURL}${path}`)).cache, path).toBe('HIT')
  })

  test('what is withdrawn or deleted is gone, at its old addresses too; what comes back is there', async () => {
    edit('--slug', 'retrait', '--title', 'Retrait', '--tag', 'retraits')
    edit('--slug', 'reste', '--title', 'Ce qui reste', '--tag', 'retraits')
    edit('--from', 'retrait', '--slug', 'le-retrait', '--title', 'Retrait', '--tag', 'retraits')
    expect((await read(`${baseURL}/le-retrait/`)).status).toBe(200)
    expect((await read(`${baseURL}/retrait/`)).status).toBe(308)

    expect(article('withdraw', '--path', '/le-retrait/', '--wait')).toMatch(/(\d+)\/\1 en ligne/)
    for (const _try of [1, 2])
      for (const path of ['/le-retrait/', '/retrait/', '/le-retrait/feed/'])
        expect((await read(`${baseURL}${path}`)).status, path).toBe(410)
    const gone = await read(`${baseURL}/le-retrait/`)
    expect(gone.html).toContain('Cet article a été retiré')
    expect(gone.html).toContain('href="/reste/"')
    expect(gone.html).toContain('name="robots" content="noindex"')
    expect((await read(`${baseURL}/tag/retraits/`)).html).not.toContain('href="/le-retrait/"')

    article('publish', '--path', '/le-retrait/', '--at', '2026-11-01T08:00:00Z')
    expect((await read(`${baseURL}/le-retrait/`)).status).toBe(200)
    expect((await read(`${baseURL}/retrait/`)).status).toBe(308)
    article('unpublish', '--path', '/le-retrait/')
    expect((await read(`${baseURL}/le-retrait/`)).status).toBe(404)
    article('publish', '--path', '/le-retrait/')
    article('delete', '--path', '/le-retrait/')
    for (const path of ['/le-retrait/', '/retrait/'])
      expect((await read(`${baseURL}${path}`)).status, path).toBe(410)
    edit('--slug', 'le-retrait', '--title', 'Un autre')
    expect((await read(`${baseURL}/le-retrait/`)).status).toBe(200)
  })

  test('what is scheduled appears at its second, though its page was kept as not found', async () => {
    edit('--slug', 'horaire', '--title', 'À l’heure', '--status', 'draft', '--tag', 'horaires')
    const at = new Date(Date.now() + 6000)
    article('schedule', '--path', '/horaire/', '--at', at.toISOString())
    for (const path of ['/horaire/', '/tag/horaires/']) {
      await read(`${baseURL}${path}`)
      expect(await read(`${baseURL}${path}`), path).toMatchObject({ status: 404, cache: 'HIT' })
    }
    expect(Date.now()).toBeLessThan(at.getTime())
    await new Promise((resolve) => setTimeout(resolve, at.getTime() + 1500 - Date.now()))
    for (const path of ['/horaire/', '/tag/horaires/'])
      expect((await read(`${baseURL}${path}`)).status, path).toBe(200)
    expect((await read(`${baseURL}/`)).html).toContain('href="/horaire/"')
  })

  test('a change whose author dies before the refresh is shown by the next tick', async () => {
    edit('--slug', 'oubli', '--title', 'Avant')
    expect(title((await read(`${baseURL}/oubli/`)).html)).toBe('Avant')
    edit('--slug', 'oubli', '--title', 'Après', '--killed')
    const shown = async () => title((await read(`${baseURL}/oubli/`)).html)
    await expect.poll(shown, { timeout: 5000 }).toBe('Après')
  })
})

test.describe('GET /api/cron', () => {
  test('ticks for who knows its secret', async () => {
    const call = (secret: string) =>
      fetch(`${baseURL}/api/cron`, { redirect: 'manual', headers: { Authorization: `Bearer ${secret}` } })
    expect((await call('faux')).status).toBe(401)
    expect((await call(process.env.REVALIDATE_SECRET ?? '')).status).toBe(401)
    const good = await call(process.env.CRON_SECRET ?? '')
    expect([good.status, await good.json()]).toEqual([
      200,
      expect.objectContaining({ refreshed: expect.any(Array) }),
    ])
  })
})

test.describe('POST /api/revalidate', () => {
  test('waits until the pages are online, when asked, and gives the receipt', async () => {
    edit('--slug', 'recu', '--title', 'Reçu', '--tag', 'recus')
    await read(`${baseURL}/recu/`)
    edit('--slug', 'recu', '--title', 'Reçu corrigé', '--tag', 'recus', '--silent')
    const response = await revalidate(baseURL, { slug: 'recu', wait: true })
    const { receipt } = await response.json()
    expect(receipt).toMatchObject({ late: [], fresh: receipt.checked })
    expect(receipt.checked).toBeGreaterThan(5)
    expect(title((await read(`${baseURL}/recu/`)).html)).toBe('Reçu corrigé')
    const secret = { Authorization: `Bearer ${process.env.REVALIDATE_SECRET}` }
    const { receipts } = await (await fetch(`${baseURL}/api/receipts`, { headers: secret })).json()
    expect(receipts[0]).toMatchObject({ checked: receipt.checked, fresh: receipt.fresh, late: [] })
    expect((await fetch(`${baseURL}/api/receipts`)).status).toBe(401)
  })

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
