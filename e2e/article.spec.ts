import { expect, test } from '@playwright/test'
import { interview } from './demo.ts'
import { baseURL } from './site.ts'

test('notes stand beside their call on a wide screen, never one over another, at the end elsewhere', async ({
  page,
}) => {
  await page.goto(interview)
  const isWide = (page.viewportSize()?.width ?? 0) >= 1200
  let above = 0
  for (const number of [1, 2]) {
    const call = await page.locator(`#appel-${number}`).boundingBox()
    const note = await page.locator(`#note-${number}`).boundingBox()
    if (!call || !note) throw new Error(`note ${number} absente`)
    if (isWide) {
      expect(note.x + note.width).toBeLessThan(call.x)
      expect(Math.abs(note.y - call.y)).toBeLessThan(60)
    } else expect(note.y).toBeGreaterThan(call.y + 300)
    expect(note.y).toBeGreaterThanOrEqual(above)
    above = note.y + note.height
  }
})

test('theme and text size are chosen, remembered, and there before the page is drawn', async ({ page }) => {
  await page.goto('/')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('button', { name: /Affichage/ }).click()
  await page.getByLabel('Sombres').check()
  await page.getByLabel('Grande', { exact: true }).check()
  expect(await background()).not.toBe(light)
  await page.goto(interview)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sombre')
  await expect(page.locator('html')).toHaveAttribute('data-texte', 'grand')
  const isBefore = await page.evaluate(() => {
    const script = document.querySelector('script[src^="/scripts/preferences.js"]:not([type])')
    const banner = document.querySelector('header')
    return Boolean(
      banner && script && script.compareDocumentPosition(banner) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
  })
  expect(isBefore).toBe(true)
})

test('a reader who left in the middle is offered to go on from there', async ({ page }) => {
  await page.goto(interview)
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight * 0.4, behavior: 'instant' }))
  await page.goto('/archives/')
  await page.goto(interview)
  await page.getByRole('button', { name: /Reprendre la lecture/ }).click()
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(800)
})

test('the offer to go on leaves the way to who follows a link of the page', async ({ page }) => {
  await page.goto(interview)
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight * 0.4, behavior: 'instant' }))
  await page.goto('/archives/')
  await page.goto(interview)
  const offer = page.getByRole('button', { name: /Reprendre la lecture/ })
  await expect(offer).toBeVisible()
  await page.getByRole('link', { name: /L’essentiel en/ }).click()
  await expect(offer).toBeHidden()
})

test('the link of the article is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(interview)
  await page.getByRole('button', { name: 'Copier le lien' }).click()
  await expect(page.getByRole('status')).toHaveText('Lien copié')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${interview}`)
})

test('what to read next says why', async ({ page }) => {
  await page.goto(interview)
  const related = page.locator('.related li')
  await expect(related).toHaveCount(3)
  for (const reason of await related.locator('.related-reason').allTextContents())
    expect(reason).toMatch(/^(?:Aussi s|Avec|Dans le dossier)/)
})

test('a page of the site has no date', async ({ page }) => {
  await page.goto('/a-propos/')
  await expect(page.locator('.article-header')).not.toContainText('Lecture')
  await expect(page.locator('.article-header time')).toHaveCount(0)
})

test('with colours forced, words and signs stay apart from their ground', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(interview)
  await expect(page.locator('.tool').first()).toBeVisible()
  const borders = await page
    .locator('.tool')
    .first()
    .evaluate((tool) => getComputedStyle(tool).borderTopStyle)
  expect(borders).toBe('solid')
})

test('the names of a byline and of a caption lead to their people', async ({ page }) => {
  await page.goto(interview)
  await expect(page.locator('figcaption a[href="/personne/elise-varambon/"]').first()).toBeVisible()
  const signature = page.locator('.byline a').first()
  const name = await signature.textContent()
  await signature.click()
  await expect(page).toHaveURL(/\/personne\//)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name ?? '')
})
