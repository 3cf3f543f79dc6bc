import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { wxr, wxrItem } from '../lib/testing/wordpress.ts'
import { baseURL, chapo, read } from './site.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'chapo-e2e-'))

function file(name: string, content: string): string {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}

/** What the command says when it fails, and its exit code. */
function failure(...args: string[]): { status: number; text: string } {
  try {
    chapo(...args)
  } catch (error) {
    if (error instanceof Error && 'status' in error && 'stdout' in error && 'stderr' in error)
      return { status: Number(error.status), text: `${error.stdout}${error.stderr}` }
    throw error
  }
  throw new Error('la commande a réussi')
}

const captioned =
  '[caption id="attachment_990001" align="aligncenter" width="640"]\nLa place du marché[/caption]La suite du texte.'

test('an import is seen at once on the running server, and only where it changed something', async () => {
  const witness = '/elise-varambon-luthiere/'
  await read(`${baseURL}${witness}`)
  expect((await read(`${baseURL}/arrivage/`)).status).toBe(404)

  const export1 = file(
    'un.xml',
    wxr(wxrItem({ id: 990100, slug: 'arrivage', title: 'Focus / Arrivage', content: captioned })),
  )
  expect(chapo('import', export1)).toContain('1 créé')
  const page = await read(`${baseURL}/arrivage/`)
  expect(page.status).toBe(200)
  expect((await read(`${baseURL}/2024/03/`)).html).toContain('href="/arrivage/"')
  expect((await read(`${baseURL}${witness}`)).cache).toBe('HIT')

  const export2 = file(
    'deux.xml',
    wxr(wxrItem({ id: 990100, slug: 'arrivage', title: 'Focus / Départ', content: captioned })),
  )
  expect(chapo('import', export2)).toContain('1 mis à jour')
  expect((await read(`${baseURL}/arrivage/`)).html).toContain('Départ')
  expect(chapo('import', export2)).toContain('Rien n’a changé.')
})

test('a picture that is not here has a named place, and its caption', async ({ page }) => {
  await page.goto('/arrivage/')
  const figure = page.locator('figure', { has: page.getByRole('img', { name: /Image manquante/ }) })
  await expect(figure.locator('figcaption')).toContainText('La place du marché')
  await expect(page.locator('main :is(img[src=""], img:not([src])):not(dialog img)')).toHaveCount(0)
})

test('export gives the article as a reader gets it, and as data', async () => {
  const body = chapo('export', '--format', 'html', '--path', '/elise-varambon-luthiere/').trim()
  const { html } = await read(`${baseURL}/elise-varambon-luthiere/`)
  expect(html.replaceAll('<!-- -->', '')).toContain(body)

  const lines = chapo('export', '--format', 'json').trim().split('\n')
  const articles = lines.map((line) => JSON.parse(line))
  expect(articles.find((article) => article.path === '/elise-varambon-luthiere/')).toMatchObject({
    kind: 'interview',
    status: 'published',
    document: { type: 'doc' },
  })
  expect(chapo('check')).toContain(`${lines.length} documents vérifiés, 0 refusés`)
  expect(chapo('check', file('tout.jsonl', lines.join('\n')))).toContain(' 0 refusés')
})

test('what goes wrong is named, with an exit code that is not 0', async () => {
  const broken = file('casse.xml', wxr('<item><title>x</titre></item>'))
  expect(failure('import', broken)).toMatchObject({
    status: 1,
    text: expect.stringMatching(/casse\.xml \(ligne \d+\)/),
  })
  const document = { type: 'doc', content: [{ type: 'zut' }] }
  const refused = file('refus.jsonl', JSON.stringify({ path: '/x/', document }))
  expect(failure('check', refused)).toMatchObject({
    status: 1,
    text: expect.stringContaining('type inconnu « zut »'),
  })
  for (const args of [
    ['zut'],
    ['import'],
    ['export'],
    ['revalidate', '--path', 'x'],
    ['import', 'x', '--nom'],
  ])
    expect(failure(...args)).toMatchObject({ status: 2, text: expect.not.stringContaining('    at ') })
})
