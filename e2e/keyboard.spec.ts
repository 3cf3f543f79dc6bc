import { expect, type Locator, type Page, test } from '@playwright/test'
import { interview, outside, writeUp } from './demo.ts'

/** Goes on with the Tab key until the thing has the focus, and shows it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isReached = () => target.evaluate((element) => element === document.activeElement)
  for (let stops = 0; stops < 120 && !(await isReached()); stops += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
  await expect(target).toBeInViewport()
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

async function findByMenu(page: Page, words: string, path: string): Promise<void> {
  await press(page, page.locator('.site-menu > summary'))
  await tabTo(page, page.locator('#menu-recherche'))
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/recherche\/\?q=/)
  await press(page, page.locator(`.search-hit a[href^="${path}"]`).first())
  await expect(page).toHaveURL(new RegExp(path))
}

test('Escape closes the menu and gives the focus back to its button', async ({ page }) => {
  await page.goto('/')
  const menu = page.locator('.site-menu')
  const button = menu.locator('summary')
  await press(page, button)
  await tabTo(page, menu.getByRole('link').first())
  await page.keyboard.press('Escape')
  await expect(menu).not.toHaveAttribute('open')
  await expect(button).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).not.toHaveAttribute('open')
})

test('from the menu to a result, its summary, its pictures, and a player', async ({ page }) => {
  await outside(page)
  // A key pressed while the page still glides to the focus would cut the way to a section short.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  await findByMenu(page, 'Élise Varambon luthière', interview)
  const summary = page.locator('#resume')
  await press(page, summary.locator('summary'))
  const entry = summary.locator('li a').first()
  await press(page, entry)
  await expect(page.locator(`:is(h2, h3)${await entry.getAttribute('href')}`)).toBeInViewport()

  await findByMenu(page, 'nuit café réparation', '/une-nuit-au-cafe-reparation/')
  const picture = page.locator('.gallery a.enlarge').first()
  await press(page, picture)
  const shown = page.getByRole('dialog').locator('img')
  await expect(shown).toBeVisible()
  const first = await shown.getAttribute('src')
  await page.keyboard.press('ArrowRight')
  await expect(shown).not.toHaveAttribute('src', first ?? '')
  await page.keyboard.press('Escape')
  await expect(page.locator('.gallery a.enlarge').nth(1)).toBeFocused()

  await findByMenu(page, 'assises réparation', writeUp)
  const embed = page.locator('#lecteur')
  await press(page, embed.locator('.embed-card'))
  await expect(embed.locator('iframe')).toBeVisible()
  await press(page, embed.getByRole('button', { name: 'Fermer le lecteur' }))
  await expect(embed.locator('.embed-card')).toBeFocused()
})
