import { expect, type Page, test } from '@playwright/test'
import { baseURL, chapo } from './site.ts'

const interview = '/elise-varambon-luthiere/'
const writeUp = '/assises-de-la-reparation-qui-a-le-droit-douvrir/'
const cornerCases = '/quand-rien-ne-tient-dans-la-page/'
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

/** What the page asks of others than the site itself, from now on. Nothing leaves the test either. */
async function outside(page: Page): Promise<string[]> {
  const asked: string[] = []
  await page.route(
    (url) => url.origin !== new URL(baseURL).origin && url.protocol.startsWith('http'),
    (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<p>Le lecteur</p>' })
    },
  )
  return asked
}

test.describe('players', () => {
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
})

test.describe('pictures at their full size', () => {
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
})

test.describe('the summary', () => {
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
})

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
