import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { hostileQueries } from '../lib/testing/hostile-queries.ts'
import { baseURL, startServer } from './site.ts'

/** Each test is a reader of its own: the limit counts by address. */
const status = async (path: string) => (await fetch(`${baseURL}${path}`, { redirect: 'manual' })).status

test('a plain form leads to the section that answers, without a script of the framework', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage()
  await page.goto('/recherche/')
  const main = page.getByRole('main')
  await main.getByRole('searchbox').fill('d’où vient la laine ?')
  await main.getByRole('button', { name: 'Chercher' }).click()
  const first = page.locator('.search-hit a').first()
  await expect(first).toHaveAttribute('href', '/retisser-pont-louvise/#laine')
  await expect(page.locator('.search-hit mark').first()).toBeVisible()
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  expect(await page.content()).not.toContain('self.__next_f')
})

test('a typo is forgiven, and said', async ({ page }) => {
  await page.goto('/recherche/?q=aspirrateur')
  await expect(page.getByText('Vouliez-vous dire')).toContainText('aspirateur')
  await page.goto('/recherche/?q=xyzzyq')
  await expect(page.getByText('Aucun article ne répond')).toBeVisible()
})

test('a name leads to the page of who has it, above the articles', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage()
  await page.goto('/recherche/?q=lamblard')
  const names = page.getByRole('list', { name: 'Pages à ce nom' })
  await expect(names.getByRole('listitem')).toHaveCount(2)
  await expect(names).toContainText('Entretiens donnés · 1 article')
  await names.getByRole('link', { name: 'Jeanne Lamblard' }).click()
  await expect(page).toHaveURL(/\/personne\/jeanne-lamblard\/$/)
  await page.goto('/recherche/?q=lamblard&annee=2026')
  await expect(names).toHaveCount(0)
})

test('filters narrow, and are taken away', async ({ page }) => {
  await page.goto('/recherche/?q=bois')
  const before = await page.locator('.search-hit').count()
  await page.goto('/recherche/?q=bois&annee=2023')
  const narrowed = await page.locator('.search-hit').count()
  expect(narrowed).toBeGreaterThan(0)
  expect(narrowed).toBeLessThan(before)
})

test('suggestions follow the keyboard', async ({ page }) => {
  await page.goto('/recherche/')
  const box = page.getByRole('combobox')
  await box.pressSequentially('éclus', { delay: 40 })
  await expect(page.getByRole('option').first()).toBeVisible()
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await box.press('ArrowDown')
  await expect(box).toHaveAttribute('aria-activedescendant', /-0$/)
  await box.press('Enter')
  await expect(page).toHaveURL(/#ecluse$/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe, ${colorScheme}`, async ({ browser }) => {
    const page = await (await browser.newContext({ colorScheme, baseURL })).newPage()
    for (const path of [
      '/recherche/',
      '/recherche/?q=bois',
      '/recherche/?q=lamblard',
      '/recherche/?q=xyzzyq',
    ]) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    }
  })

test('an old address of a search leads to it, and the parts of the path are nobody’s', async () => {
  const old = await fetch(`${baseURL}/?s=violon`, { redirect: 'manual' })
  expect([old.status, old.headers.get('location')]).toEqual([301, '/recherche/?q=violon'])
  expect(await status('/recherche/abc/')).toBe(308)
})

/** As many bytes as an address of 10 kB takes; halves of characters as three bytes that are no UTF-8. */
function encoded(text: string): string {
  const parts = [...text].map((letter) => (/\p{Cs}/u.test(letter) ? '%ED%A0%80' : encodeURIComponent(letter)))
  let address = ''
  for (const part of parts) if (address.length + part.length <= 10_000) address += part
  return address
}

test('hostile queries, filters and page numbers answer 200 or 400, soon', async () => {
  test.slow()
  // Each question comes from another reader.
  const { url, stop } = await startServer(Number(process.env.PORT ?? '3210') + 7, { TRUST_PROXY: '1' })
  let readers = 0
  const ask = async (address: string) => {
    readers += 1
    const headers = { 'X-Forwarded-For': `2001:db8::${readers.toString(16)}` }
    const begun = performance.now()
    const response = await fetch(`${url}${address}`, { headers })
    await response.text()
    expect([200, 400], `${address.slice(0, 60)} : ${response.status}`).toContain(response.status)
    expect(performance.now() - begun, address.slice(0, 60)).toBeLessThan(5000)
  }
  try {
    const raw = [
      '%',
      '%zz',
      '%ED%A0%80',
      '%C0%AF',
      '%F0%9F',
      '%00',
      '+',
      '&q=',
      '&&==',
      '%E2%80%AEx',
      'a&q=b&q=c',
    ]
    for (const query of [...hostileQueries.map(encoded), ...raw]) {
      await ask(`/recherche/?q=${query}`)
      await ask(`/?s=${query}`)
      await ask(`/api/suggest/?q=${query}`)
      const short = query.slice(0, 1500)
      await ask(`/recherche/?q=bois&section=${short}&etiquette=${short}&personne=${short}`)
      await ask(`/recherche/?q=bois&annee=${short}&page=${short}`)
    }
    for (const page of ['0', '-1', '1.5', '1e9', '99', '999', '9'.repeat(400)])
      await ask(`/recherche/?q=bois&page=${page}`)
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
  } finally {
    await stop()
  }
})

test('too many searches from one address are refused, and only them', async () => {
  for (const path of ['/api/suggest/?q=bois', '/recherche/?q=bois', '/recherche/']) {
    const answers = await Promise.all(Array.from({ length: 60 }, () => status(path)))
    expect(answers).toContain(429)
    for (const answer of answers) expect([200, 429]).toContain(answer)
  }
  const refused = await fetch(`${baseURL}/recherche/?q=bois`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
  for (const path of ['/', '/feed/', '/archives/']) expect(await status(path)).toBe(200)
})
