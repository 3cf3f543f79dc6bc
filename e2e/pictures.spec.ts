import { expect, test } from '@playwright/test'
import { cornerCases, interview, writeUp } from './demo.ts'
import { chapo } from './site.ts'

test.beforeAll(() => {
  chapo('import', 'e2e/corner-cases.xml')
})

test('open with the keyboard, go by arrows, and give the place back', async ({ page }) => {
  await page.goto(interview)
  const links = page.locator('.article-body > .picture a.enlarge, section > .picture a.enlarge')
  const count = await links.count()
  await links.first().focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const first = await dialog.locator('img').getAttribute('src')
  expect(first).toContain('/media/')
  await expect(dialog.locator('.lightbox-counter')).toHaveText(`1 sur ${count}`)
  await page.keyboard.press('ArrowRight')
  await expect(dialog.locator('img')).not.toHaveAttribute('src', first ?? '')
  await page.keyboard.press('ArrowLeft')
  await expect(dialog.locator('img')).toHaveAttribute('src', first ?? '')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(links.first()).toBeFocused()
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })
  test('a finger drawn across shows the next one, and the one before', async ({ page }) => {
    await page.goto(interview)
    await page.locator('section > .picture a.enlarge').first().tap()
    const shown = page.getByRole('dialog').locator('img')
    await expect(shown).toBeVisible()
    const first = (await shown.getAttribute('src')) ?? ''
    const finger = await page.context().newCDPSession(page)
    const draw = async (from: number, to: number, down = 0) => {
      const touch = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        touchPoints: { x: number; y: number }[],
      ) => finger.send('Input.dispatchTouchEvent', { type, touchPoints })
      await touch('touchStart', [{ x: from, y: 300 }])
      await touch('touchMove', [{ x: to, y: 300 + down }])
      await touch('touchEnd', [])
    }
    await draw(300, 100)
    await expect(shown).not.toHaveAttribute('src', first)
    await draw(100, 300)
    await expect(shown).toHaveAttribute('src', first)
    await draw(200, 260, 200)
    await expect(shown).toHaveAttribute('src', first)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('every picture of every article leads to its file', async ({ page, request }) => {
    for (const path of [interview, writeUp, cornerCases]) {
      await page.goto(path)
      for (const link of await page.locator('a.enlarge').all()) {
        const response = await request.get((await link.getAttribute('href')) ?? '')
        expect([response.status(), response.headers()['content-type']]).toEqual([
          200,
          expect.stringMatching(/^image\//),
        ])
      }
    }
  })
})
