import { beforeAll, expect, it } from 'vitest'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { editDistance } from './edit-distance.ts'
import { nearestArticles } from './nearest.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()

beforeAll(async () => {
  for (const slug of ['elise-varambon-luthiere', 'cinq-chantiers-pour-une-riviere', 'le-bois-du-plateau'])
    await saveArticle(database, sampleArticle(slug))
  await saveArticle(database, sampleArticle('elise-varambon-brouillon', { status: 'draft' }))
})

const nearest = async (path: string) =>
  (await nearestArticles(database, path, new Date())).map((article) => article.path)

it.each([
  ['/elise-varanbon-luthiere/', ['/elise-varambon-luthiere/']],
  ['/2019/03/élise-varambon/', ['/elise-varambon-luthiere/']],
  ['/chantiers-riviere/', ['/cinq-chantiers-pour-une-riviere/']],
  ['/nulle-part/', []],
  ['/', []],
  ['/%/', []],
])('%s', async (path, expected) => expect(await nearest(path)).toEqual(expected))

it('answers a hostile address in bounded time', async () => {
  const started = performance.now()
  expect(await nearest(`/${'zzzzz-'.repeat(20_000)}/`)).toEqual([])
  expect(performance.now() - started).toBeLessThan(2_000)
})

it('counts letters', () => {
  expect(editDistance('chat', 'chats', 3)).toBe(1)
  expect(editDistance('chien', 'niche', 3)).toBe(4)
  expect(editDistance('', 'abc', 3)).toBe(3)
})
