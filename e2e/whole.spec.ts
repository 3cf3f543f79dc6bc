import { expect, test } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { weightOf } from '../bench/weight.ts'
import { check } from '../lib/document/check.ts'
import { plainText } from '../lib/document/text.ts'
import { missingWords } from '../lib/testing/words.ts'
import { chapo } from './site.ts'

const interview = '/elise-varambon-luthiere/'
const cornerCases = '/quand-rien-ne-tient-dans-la-page/'

test.beforeAll(() => {
  chapo('import', 'e2e/corner-cases.xml')
})

/** What the articles of the site say, as they are stored; `printed` is without the directions for a screen. */
function articles(): { path: string; text: string; printed: string }[] {
  return chapo('export', '--format', 'json')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ status }) => status === 'published')
    .map(({ path, title, document: stored }) => {
      const document = check(stored)
      const content = document.content.map((part) =>
        part.type === 'summary' ? { ...part, attrs: { ...part.attrs, hint: null, linkLabel: null } } : part,
      )
      return {
        path,
        text: `${title}\n${plainText(document)}`,
        printed: `${title}\n${plainText({ ...document, content })}`,
      }
    })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every word of every article is on its page', async ({ request }) => {
    for (const { path, text } of articles()) {
      const html = await (await request.get(path)).text()
      const shown = html
        .replace(/<script[\s\S]*?<\/script>/g, '')
        // An ordinal, 1er; the number of a note is no part of the word before it.
        .replace(/<sup>(\p{L}+)<\/sup>/gu, '$1')
        .replace(/<(?!\/?(?:a|em|strong|u|s|span|time)\b)/g, ' <')
        .replace(/<[^>]+>/g, '')
        .replace(/&(?:#x27|#39);/g, "'")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&')
      expect(missingWords(text, shown), path).toEqual([])
    }
  })
})

test('at 400 % every word stays in sight', async ({ page }) => {
  for (const path of [interview, cornerCases]) {
    await page.setViewportSize({ width: 1280, height: 1024 })
    await page.goto(path)
    const inSight = () => page.getByRole('main').ariaSnapshot()
    const wide = await inSight()
    await page.setViewportSize({ width: 320, height: 256 })
    expect(missingWords(wide, await inSight()), path).toEqual([])
  }
})

test('the printed article holds every word', async ({ page }) => {
  const stored = new Map(articles().map(({ path, printed }) => [path, printed]))
  for (const path of [interview, '/assises-de-la-reparation-qui-a-le-droit-douvrir/']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })))
    const { text } = await extractText(pdf, { mergePages: true })
    // What the page breaks over two lines is one word again; ligatures are their letters.
    const printed = text.normalize('NFKC').replace(/[-\u2010\u00ad]\s+/g, '')
    const lost = missingWords(stored.get(path) ?? '', `${text.normalize('NFKC')}\n${printed}`)
    expect(lost, path).toEqual([])
  }
})

test('the long interview keeps to its weight, and scripts to 15 kB', async () => {
  const weights = Object.fromEntries((await weightOf(interview)).map(({ kind, gzip }) => [kind, gzip]))
  expect(weights.JavaScript).toBeLessThan(15_000)
  expect(weights.HTML).toBeLessThan(10_000)
  expect(weights.CSS).toBeLessThan(15_000)
  expect(weights.polices).toBeLessThan(42_000)
})
