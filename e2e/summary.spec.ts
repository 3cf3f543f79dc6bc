import { expect, test } from '@playwright/test'
import { interview } from './demo.ts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test('alone, for who has two minutes, and back to the whole', async ({ page }) => {
      await page.goto(interview)
      await page.getByRole('link', { name: /L’essentiel en/ }).click()
      await expect(page.locator('#resume li').first()).toBeVisible()
      await expect(page.locator('.article-body section').first()).toBeHidden()
      await page.getByRole('link', { name: 'Lire l’article entier' }).click()
      await expect(page.locator('.article-body section').first()).toBeVisible()
    })
  })
}

test('#Apprentis in the address opens it there, by hashtag or by anchor, and it folds again', async ({
  page,
}) => {
  await page.goto(interview)
  const entry = page.locator('#resume a', { hasText: '#Apprentis' })
  const anchor = (await entry.getAttribute('href')) ?? ''
  for (const hash of ['#Apprentis', anchor]) {
    await page.goto('/archives/')
    await page.goto(`${interview}${hash}`)
    await expect(page.locator('#resume')).toHaveAttribute('open', '')
    await expect(entry).toHaveAttribute('aria-current', 'location')
    await expect(page.locator(`:is(h2, h3)${anchor}`)).toBeInViewport()
  }
  await page.locator('#resume > summary').click()
  await expect(page.locator('#resume li').first()).toBeHidden()
})

test('the link to it opens it, and it can be folded then', async ({ page }) => {
  await page.goto(interview)
  await page.locator('.summary-link a').click()
  await expect(page.locator('#resume li').first()).toBeVisible()
  await page.locator('#resume > summary').click()
  await expect(page.locator('#resume li').first()).toBeHidden()
})

test('each question has its address, and the index leads to it', async ({ page }) => {
  await page.goto(interview)
  const questions = page.locator('section[data-section="question"] .permalink')
  expect(await questions.count()).toBeGreaterThan(2)
  await page.locator('.article-outline > summary').click()
  const link = page.locator('.article-outline a[href^="#"]').nth(2)
  const anchor = (await link.getAttribute('href')) ?? ''
  await link.click()
  await expect(page.locator(`:is(h2, h3)${anchor}`)).toBeInViewport()
})

test('no link of an article leads nowhere in it, with a summary or without', async ({ page }) => {
  for (const path of [
    interview,
    '/cinq-chantiers-pour-une-riviere/',
    '/graver-une-page-la-demonstration-filmee/',
  ]) {
    await page.goto(path)
    const dead = await page.locator('article a[href^="#"]').evaluateAll((links) =>
      links.flatMap((link) => {
        const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')
        return document.getElementById(id) ? [] : [id]
      }),
    )
    expect(dead, path).toEqual([])
  }
})
