import type { Page } from '@playwright/test'
import { baseURL } from './site.ts'

/** Articles of the demo that hold what is tested, and one of `corner-cases.xml`. */
export const interview = '/elise-varambon-luthiere/'
export const writeUp = '/assises-de-la-reparation-qui-a-le-droit-douvrir/'
export const cornerCases = '/quand-rien-ne-tient-dans-la-page/'

/** What the page asks of others than the site itself, from now on. Nothing leaves the test either. */
export async function outside(page: Page): Promise<string[]> {
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
