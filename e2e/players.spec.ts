import { expect, test } from '@playwright/test'
import { cornerCases, interview, outside, writeUp } from './demo.ts'
import { chapo } from './site.ts'

const everyType = [
  '/',
  interview,
  '/la-forge-qui-rallume-ses-feux-le-mardi/',
  '/cinq-chantiers-pour-une-riviere/',
  writeUp,
  cornerCases,
  '/tag/bois/',
  '/category/entretiens/',
  '/archives/',
  '/a-propos/',
  '/nulle-part/',
]

test.beforeAll(() => {
  chapo('import', 'e2e/corner-cases.xml')
})

test('no page of any type asks anything of another site before a click', async ({ page }) => {
  const asked = await outside(page)
  for (const path of everyType) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.keyboard.press('End')
  }
  expect(asked).toEqual([])
})

test('a film plays at the click, in its place, and a site is remembered when the reader says so', async ({
  page,
}) => {
  const asked = await outside(page)
  await page.goto(writeUp)
  const embed = page.locator('.embed[data-provider="youtube"]').first()
  await embed.locator('.embed-card').click()
  await expect(embed.locator('iframe')).toBeVisible()
  expect(asked[0]).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]{11}\?autoplay=1/)

  await embed.getByRole('checkbox').check()
  await page.reload()
  await embed.scrollIntoViewIfNeeded()
  await expect(embed.locator('iframe')).toHaveAttribute('src', /youtube-nocookie/)
  await expect(embed.locator('iframe')).not.toHaveAttribute('src', /autoplay=1/)
  await embed.getByRole('checkbox').uncheck()
  await embed.getByRole('button', { name: 'Fermer le lecteur' }).click()
  await expect(embed.locator('iframe')).toHaveCount(0)
  await page.reload()
  await embed.scrollIntoViewIfNeeded()
  await expect(embed.locator('iframe')).toHaveCount(0)
})

test('a film is announced by a picture of this site, or by a plate with the name of its own', async ({
  page,
}) => {
  await page.goto(writeUp)
  const poster = page.locator('.embed-card img')
  await expect(poster).toHaveAttribute('src', /^\/media\//)
  await poster.scrollIntoViewIfNeeded()
  await expect.poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.goto(cornerCases)
  await expect(page.locator('.embed-screen[data-plate]')).toHaveAttribute('data-plate', /./)
})

test('a time code starts the film there', async ({ page }) => {
  await outside(page)
  await page.goto(writeUp)
  const moment = page.locator('.section-head a[data-start="390"]')
  await moment.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#lecteur iframe')).toHaveAttribute('src', /start=390/)
  await expect(page.locator('#lecteur')).toBeInViewport()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a film and its moments are links to the site that has them', async ({ page }) => {
    await page.goto(writeUp)
    await expect(page.locator('#lecteur .embed-card')).toHaveAttribute('href', /youtube\.com\/watch/)
    await expect(page.locator('a[data-start="390"]').first()).toHaveAttribute('href', /t=390s/)
  })
})
