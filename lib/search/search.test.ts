import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '../db.ts'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { demoQueries, movedQueries } from '../testing/search.ts'
import { compareIndex } from './doctor.ts'
import { search } from './search.ts'

/** The same on both engines: `vitest.services.config.ts` runs it on PostgreSQL. */
const now = new Date('2026-11-23T00:00:00Z')
const exports = path.join(import.meta.dirname, '../../../shared/wordpress')
const files = ['ccm-benchmark', 'connected-people', 'leconnecteur', 'media-aces', 'minter-dialogue'].map(
  (name) =>
    path.join(process.env.CHAPO_CASES ?? path.join(exports, '../cases'), '../wordpress', `${name}.xml`),
)

async function magazine(sources: string[]): Promise<Database> {
  const database = await temporaryDatabase()
  await importFiles(database, { files: sources, media: null, dryRun: false, onProgress: () => {} })
  expect((await compareIndex(database)).faults).toEqual([])
  return database
}

/** The queries whose first answer leads elsewhere, with where. */
async function missed(
  database: Database,
  queries: readonly (readonly [string, string])[],
): Promise<string[]> {
  const lines: string[] = []
  for (const [text, expected] of queries) {
    const { hits } = await search(database, { text }, now)
    const found = hits[0]?.path
    if (found !== expected) lines.push(`${text} → ${found}, attendu ${expected}`)
  }
  return lines
}

describe('the first answer', () => {
  it('is right for 60 queries over the demo magazine', async () => {
    const database = await magazine(['content/magazine.xml'])
    const lines = await missed(database, demoQueries)
    expect(demoQueries.length).toBe(60)
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(5)
    if (process.env.SEARCH_LIST) console.log(lines.join('\n'))
  })

  it('makes no other word of one that nobody misspelt, and answers to the others', async () => {
    const database = await magazine(['content/magazine.xml'])
    const { correction, isLoose, hits } = await search(database, { text: 'énergie solaire' }, now)
    expect([correction, isLoose, hits[0]?.path]).toEqual([null, true, '/malik-derouet-le-soleil-en-commun/'])
  })

  it.skipIf(!files.every((file) => existsSync(file)))('is right over magazines that moved', async () => {
    const database = await magazine(files)
    const lines = await missed(database, movedQueries)
    if (process.env.SEARCH_LIST) console.log(lines.join('\n'))
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(2)
  })
})
