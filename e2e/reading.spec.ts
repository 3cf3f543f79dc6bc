import { expect, test } from '@playwright/test'
import { writeUp } from './demo.ts'
import { baseURL, chapo } from './site.ts'

const interview = '/elise-varambon-luthiere/'
const kinds = [
  { label: 'Entretien', path: interview },
  { label: 'Reportage', path: '/la-forge-qui-rallume-ses-feux-le-mardi/' },
  { label: 'Focus', path: '/cinq-chantiers-pour-une-riviere/' },
  { label: 'Compte-rendu', path: '/assises-de-la-reparation-qui-a-le-droit-douvrir/' },
]
/** An article that an export left without its pictures, with a title, a table and a code too wide for a phone. */
const cornerCases = '/quand-rien-ne-tient-dans-la-page/'

test.beforeAll(() => {
  chapo('import', 'e2e/corner-cases.xml')
})

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

  test('each kind of article says what it is, who made it, and reads on in one order', async ({ page }) => {
    for (const { label, path } of kinds) {
      await page.goto(path)
      await expect(page.locator('.article-header .kicker')).toHaveText(label)
      await expect(page.locator('h1')).toHaveCount(1)
      await expect(page.locator('.byline')).toContainText(/^Par /)
      await expect(page.locator('.standfirst')).toBeVisible()
      expect(await page.locator('.pull-quote blockquote').count(), path).toBeGreaterThan(0)
    }
  })

  test('the link to the summary opens it', async ({ page }) => {
    await page.goto(interview)
    const entry = page.locator('#resume li').first()
    await expect(entry).toBeHidden()
    await page.locator('.summary-link a').click()
    await expect(entry).toBeVisible()
  })

  test('nothing overflows the screen, nor one of 320 px, nor with the text twice as large', async ({
    page,
  }) => {
    const wide = page.viewportSize() ?? { width: 390, height: 844 }
    const paths = ['/', ...kinds.map(({ path }) => path), cornerCases, '/tag/bois/', '/nulle-part/']
    const reader = await page.context().newCDPSession(page)
    for (const width of [wide.width, 320])
      for (const standard of [16, 32]) {
        await page.setViewportSize({ ...wide, width })
        await reader.send('Page.setFontSizes', { fontSizes: { standard } })
        for (const path of paths) {
          await page.goto(path)
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(overflow, `${path} à ${width} px, texte de ${standard} px`).toBeLessThanOrEqual(0)
        }
      }
  })

  test('nothing moves while the page comes', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts = new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) document.documentElement.dataset.moved = entry.entryType
      })
      shifts.observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of ['/', interview, '/tag/bois/']) {
      await page.goto(path, { waitUntil: 'networkidle' })
      await expect(page.locator('html'), path).not.toHaveAttribute('data-moved', /./)
    }
  })

  test('on paper: the summary is open, the way around the site is left out', async ({ page }) => {
    await page.goto(interview)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('#resume li').first()).toBeVisible()
    await expect(page.locator('.pull-quote').first()).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.locator('.section-bar, .reading-controls-button').first()).toBeHidden()
    // Those far below too, though nobody scrolled to them.
    await expect
      .poll(() =>
        page
          .locator('main img:visible')
          .evaluateAll(
            (all) => all.filter((one) => one instanceof HTMLImageElement && one.naturalWidth === 0).length,
          ),
      )
      .toBe(0)
    const colour = await page.locator('.article-body').evaluate((body) => getComputedStyle(body).color)
    expect(colour).toBe('rgb(0, 0, 0)')
    await page.goto(writeUp)
    const time = page.locator('.article-body .timecode-link').first()
    expect(await time.evaluate((link) => getComputedStyle(link, '::after').content)).toBe('none')
  })

  test('every picture is shown, with its size known', async ({ page }) => {
    await page.goto(interview)
    for (const image of await page.locator('main img:not(dialog img)').all()) {
      await image.scrollIntoViewIfNeeded()
      await expect(image).toHaveAttribute('width', /^\d+$/)
      await expect
        .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
        .toBeGreaterThan(0)
    }
  })

  test('a missing picture has a named place, never a broken image', async ({ page, request }) => {
    for (const path of ['/', interview, '/tag/bois/', cornerCases]) {
      const html = await (await request.get(path)).text()
      expect(html, path).not.toMatch(/<img(?![^>]*\bsrc="\/media\/)/)
    }
    await page.goto(cornerCases)
    const places = page.getByRole('img', { name: /^Image manquante/ })
    await expect(places).toHaveCount(3)
    await expect(places.first()).toHaveAccessibleName('Image manquante : atelier-de-nuit.jpg')
    await expect(page.getByText('Image manquante : Le quai vu du pont')).toBeVisible()
    await expect(page.getByText('La nuit, l’atelier ne dort pas.')).toBeVisible()
  })
})

test.describe('what a page asks for', () => {
  test('no script but ours, no third party, no error in the console', async ({ page }) => {
    const asked: string[] = []
    const errors: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    for (const path of ['/', interview, '/tag/bois/', '/category/entretiens/']) await page.goto(path)
    expect(asked.filter((url) => !url.startsWith(baseURL) && !url.startsWith('data:'))).toEqual([])
    const scripts = asked.filter((url) => /\.m?js(\?|$)/.test(url))
    expect(scripts.filter((url) => !url.startsWith(`${baseURL}/scripts/`))).toEqual([])
    expect(errors).toEqual([])
  })

  test('the faces of the text weigh less than 42 kB, and no italic, nor another alphabet, comes where none is read', async ({
    page,
  }) => {
    const fonts: number[] = []
    page.on('response', async (response) => {
      if (response.request().resourceType() === 'font') fonts.push((await response.body()).length)
    })
    await page.goto('/', { waitUntil: 'networkidle' })
    expect(fonts).toHaveLength(2)
    expect(fonts.reduce((sum, size) => sum + size, 0)).toBeLessThan(42_000)
  })

  test('a name of another language brings the rest of the face', async ({ page }) => {
    await page.goto('/', { waitUntil: 'networkidle' })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url().replace(/.*\/|\..*/g, '')))
    await page
      .locator('main h2')
      .first()
      .evaluate((title) => {
        title.textContent = 'Łucja Nguyễn, Íñigo'
      })
    await expect
      .poll(() => asked.filter((name) => name.startsWith('newsreader')).toSorted())
      .toEqual(['newsreader-latin', 'newsreader-latin-ext', 'newsreader-vietnamese'])
  })

  test('the first answer, the cached one and the one after a refresh hold no script but ours', async ({
    request,
  }) => {
    for (const path of [interview, interview, '/nulle-part-encore/', '/tag/bois/'])
      expect(await (await request.get(path)).text(), path).not.toMatch(
        /<script(?! type="application\/ld\+json"| src="\/scripts\/[\w-]+\.js\?v=[0-9a-f]+")/,
      )
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

  test('every stop of the keyboard is seen, and shows where it is', async ({ page }) => {
    for (const path of ['/', interview]) {
      await page.goto(path)
      const stops = await page.locator('a[href], summary, [tabindex="0"]').count()
      for (let stop = 0; stop < Math.min(stops, 40); stop += 1) {
        await page.keyboard.press('Tab')
        const focused = page.locator(':focus')
        if ((await focused.count()) === 0) break
        await expect(focused).toBeInViewport()
        const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle)
        expect(outline, await focused.evaluate((element) => element.outerHTML.slice(0, 200))).not.toBe('none')
      }
    }
  })

  test('nothing glides for who asked for less motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(interview)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto')
  })
})
