import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { chapo, edit } from './site.ts'

const pages = [
  '/',
  '/elise-varambon-luthiere/',
  '/la-forge-qui-rallume-ses-feux-le-mardi/',
  '/cinq-chantiers-pour-une-riviere/',
  '/assises-de-la-reparation-qui-a-le-droit-douvrir/',
  '/quand-rien-ne-tient-dans-la-page/',
  '/tag/bois/',
  '/category/entretiens/',
  '/archives/',
  '/dossier/les-quatre-saisons-du-bois/',
  '/quatre-saisons-du-bois-ouvrir-le-tronc/',
  '/graver-une-page-la-demonstration-filmee/',
  '/personne/maelle-garancier/',
  '/personnes/',
  '/etiquettes/',
  '/2019/',
  '/recherche/',
  '/recherche/?q=bois',
  '/recherche/?q=xylophone+introuvable',
  '/a-propos/',
  '/nulle-part/',
  '/une-page-retiree/',
]

test.beforeAll(() => {
  chapo('import', 'e2e/corner-cases.xml')
  edit('--slug', 'une-page-retiree', '--title', 'Une page retirée')
  chapo('article', 'delete', '--path', '/une-page-retiree/')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`axe, ${colorScheme}`, () => {
    test.use({ colorScheme })
    for (const path of pages) {
      test(path, async ({ page }) => {
        await page.goto(path)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
        expect(
          violations.map(({ id, nodes }) => `${id} : ${nodes.map((node) => node.html).join(' ')}`),
        ).toEqual([])
      })
    }
  })
}
