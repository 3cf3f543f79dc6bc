import { expect, test } from '@playwright/test'
import { baseURL } from './site.ts'

const interview = '/elise-varambon-luthiere/'

test.describe('the main reading path', () => {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled })

      test('from the front page to an article, its summary, a section and back', async ({ page }) => {
        await page.goto('/')
        await expect(page).toHaveTitle(/Copeaux/)
        await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
        await page.goto(interview)
        await expect(page.locator('h1')).toHaveCount(1)
        await expect(page.locator('#contenu time').first()).toHaveAttribute('datetime', /^\d{4}-\d{2}-\d{2}T/)

        const summary = page.locator('details#resume')
        await expect(summary).not.toHaveAttribute('open', /.*/)
        await summary.locator('summary').click()
        const entry = summary.locator('a[href^="#"]').first()
        const anchor = (await entry.getAttribute('href')) ?? ''
        await entry.click()
        await expect(page).toHaveURL(new RegExp(`${anchor}$`))
        const heading = page.locator(`:is(h2, h3)${anchor}`)
        await expect(heading).toBeInViewport()

        await page.locator(`a[href="#resume-${anchor.slice(1)}"]`).click()
        await expect(page.locator(`#resume-${anchor.slice(1)}`)).toBeInViewport()
      })

      test('notes lead both ways', async ({ page }) => {
        await page.goto(interview)
        const call = page.locator('#appel-1')
        await expect(call).toHaveAttribute('href', '#note-1')
        await call.click()
        await expect(page.locator('#note-1')).toBeInViewport()
        await page.locator('#note-1 a[href="#appel-1"]').click()
        await expect(call).toBeInViewport()
      })

      test('an article leads to its tags, and a tag to its articles', async ({ page }) => {
        await page.goto(interview)
        const tag = page.locator('a[href^="/tag/"]').first()
        const name = ((await tag.textContent()) ?? '').replace('#', '').trim()
        await tag.click()
        await expect(page.locator('h1')).toContainText(name, { ignoreCase: true })
        await page.locator(`main a[href="${interview}"]`).first().click()
        await expect(page).toHaveURL(new RegExp(`${interview}$`))
      })
    })
  }

  test('nothing overflows the screen', async ({ page }) => {
    for (const path of ['/', interview, '/tag/bois/', '/nulle-part/']) {
      await page.goto(path)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
  })

  test('every picture is shown, with its size known', async ({ page }) => {
    await page.goto(interview)
    for (const image of await page.locator('main img').all()) {
      await image.scrollIntoViewIfNeeded()
      await expect(image).toHaveAttribute('width', /^\d+$/)
      await expect
        .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
        .toBeGreaterThan(0)
    }
  })

  test('a missing picture has a named place, never a broken image', async ({ page, request }) => {
    const paths = ['/', interview, '/tag/bois/']
    for (const path of paths) {
      const html = await (await request.get(path)).text()
      expect(html, path).not.toMatch(/<img(?![^>]*\bsrc="\/media\/)/)
    }
    await page.goto(interview)
    await expect(page.locator('main figure').first()).toBeVisible()
  })
})

test.describe('what a page asks for', () => {
  test('no script, no third party, no error in the console', async ({ page }) => {
    const asked: string[] = []
    const errors: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    for (const path of ['/', interview, '/tag/bois/', '/category/entretiens/']) await page.goto(path)
    expect(asked.filter((url) => !url.startsWith(baseURL) && !url.startsWith('data:'))).toEqual([])
    expect(asked.filter((url) => /\.m?js(\?|$)/.test(url))).toEqual([])
    expect(errors).toEqual([])
  })

  test('the first answer, the cached one and the one after a refresh hold no script', async ({ request }) => {
    for (const path of [interview, interview, '/nulle-part-encore/', '/tag/bois/'])
      expect(await (await request.get(path)).text(), path).not.toContain('<script')
  })
})

test.describe('keyboard', () => {
  test('the skip link comes first and leads to the content', async ({ page }) => {
    await page.goto(interview)
    await page.keyboard.press('Tab')
    const skip = page.locator(':focus')
    await expect(skip).toHaveAttribute('href', '#contenu')
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.locator('#contenu')).toBeInViewport()
  })
})
