// `npm run screenshots [-- PATH…]`: whole-page pictures of the running site (`npm start` in another terminal), in
// `screenshots/`, to be looked at after a change of the design. Without a path: one page of each sort in the demo.
import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { launchOptions } from './browser.ts'

const baseURL = `http://127.0.0.1:${process.env.PORT ?? '3000'}`
const folder = 'screenshots'

const demoPaths = [
  '/',
  '/elise-varambon-luthiere/',
  '/la-forge-qui-rallume-ses-feux-le-mardi/',
  '/cinq-chantiers-pour-une-riviere/',
  '/assises-de-la-reparation-qui-a-le-droit-douvrir/',
  '/graver-une-page-la-demonstration-filmee/',
  '/dossier/les-quatre-saisons-du-bois/',
  '/personne/maelle-garancier/',
  '/personnes/',
  '/etiquettes/',
  '/tag/bois/',
  '/category/entretiens/',
  '/recherche/?q=bois',
  '/recherche/?q=introuvable',
  '/archives/',
  '/a-propos/',
  '/nulle-part/',
]

type View = { name: string; context: BrowserContextOptions; prepare?: (page: Page) => Promise<unknown> }

const screen = (width: number, height: number): BrowserContextOptions => ({ viewport: { width, height } })
const dark: BrowserContextOptions = { colorScheme: 'dark' }

const views: View[] = [
  { name: '320', context: screen(320, 568) },
  { name: '390', context: screen(390, 844) },
  { name: '390-sombre', context: { ...screen(390, 844), ...dark } },
  {
    name: '390-texte-200',
    context: screen(390, 844),
    prepare: (page) =>
      page.addInitScript(() => {
        document.addEventListener('DOMContentLoaded', () => {
          document.documentElement.style.fontSize = '200%'
        })
      }),
  },
  { name: '768', context: screen(768, 1024) },
  { name: '768-sombre', context: { ...screen(768, 1024), ...dark } },
  { name: '1440', context: screen(1440, 900) },
  { name: '1440-sombre', context: { ...screen(1440, 900), ...dark } },
  { name: 'couleurs-forcees', context: { ...screen(1440, 900), forcedColors: 'active' } },
  { name: 'papier', context: screen(718, 1010), prepare: (page) => page.emulateMedia({ media: 'print' }) },
]

/** Lazy pictures come when the reader nears them: the page is read to its end before it is shown whole. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => null)))
    await document.fonts.ready
  })
}

async function photograph(browser: Browser, { name, context, prepare }: View, paths: string[]) {
  const tab = await browser.newContext({ baseURL, locale: 'fr-FR', ...context })
  const page = await tab.newPage()
  await prepare?.(page)
  for (const path of paths) {
    await page.goto(path)
    await readToTheEnd(page)
    const slug =
      path
        .replaceAll(/[^\w-]+/g, ' ')
        .trim()
        .replaceAll(' ', '-') || 'accueil'
    await page.screenshot({ path: `${folder}/${slug.slice(0, 60)}.${name}.png`, fullPage: true })
  }
  await tab.close()
}

mkdirSync(folder, { recursive: true })
const given = process.argv.slice(2)
const paths = given.length > 0 ? given : demoPaths
const browser = await chromium.launch(launchOptions)
for (const view of views) {
  await photograph(browser, view, paths)
  console.log(`  ${view.name} : ${paths.length} pages`)
}
await browser.close()
console.log(`✓ ${views.length * paths.length} images dans ${folder}/`)
