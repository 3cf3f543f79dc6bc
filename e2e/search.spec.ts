import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { baseURL } from './site.ts'

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
    for (const path of ['/recherche/', '/recherche/?q=bois', '/recherche/?q=xyzzyq']) {
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
    }
  })

test('old addresses and hostile ones are answered', async () => {
  const old = await fetch(`${baseURL}/?s=violon`, { redirect: 'manual' })
  expect([old.status, old.headers.get('location')]).toEqual([301, '/recherche/?q=violon'])
  const hostile = [
    '%00',
    '%22',
    '%F0%9F%98%80',
    '%E2%80%AEx',
    '%',
    '%ED%A0%80',
    '(%20OR%20*',
    'x'.repeat(10_000),
  ]
  for (const query of hostile)
    expect([200, 400], query.slice(0, 20)).toContain(await status(`/recherche/?q=${query}`))
  expect(await status('/recherche/abc/')).toBe(308)
})

test('too many searches from one address are refused, and only them', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => status('/api/suggest/?q=bois')))
  expect(answers).toContain(429)
  expect(new Set(answers)).toEqual(new Set([200, 429]))
  expect(await status('/')).toBe(200)
})
