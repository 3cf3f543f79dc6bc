import { beforeAll, expect, it, vi } from 'vitest'
import { database } from '../db.ts'
import { migrate } from '../migrate.ts'
import { sampleArticle } from '../testing/article.ts'
import { getHome } from './read.ts'
import { saveArticle } from './save.ts'

/** The reads of the pages take the server's own database: this file has one to itself. */
const url = await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  process.env.DATABASE_URL = `file:${mkdtempSync(`${tmpdir()}/chapo-home-`)}/test.db`
  return process.env.DATABASE_URL
})

const category = (slug: string) => ({ slug, name: slug, description: '', parent: null })

beforeAll(async () => {
  await migrate(url)
  const db = await database()
  for (let day = 1; day <= 16; day += 1)
    await saveArticle(
      db,
      sampleArticle(`n${day}`, {
        kind: day % 2 === 0 ? 'interview' : 'focus',
        publishedAt: new Date(Date.UTC(2024, 2, day)),
        // The newest two have a section of their own, of which nothing is left below.
        categories: [category(day > 14 ? 'neuve' : 'ancienne')],
      }),
    )
})

it('the front page shows no article twice', async () => {
  const { lead, latest, interviews, sections } = await getHome()
  expect(sections.map(({ section }) => section.slug)).toEqual(['ancienne', 'neuve'])
  const shown = [lead, ...latest, ...interviews, ...sections.flatMap(({ articles }) => articles)].map(
    (card) => card?.path,
  )
  expect(shown).toHaveLength(16)
  expect(new Set(shown).size).toBe(16)
})
