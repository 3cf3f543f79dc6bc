import { beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { readSearchAddress, readSegment, segmentOf } from './address.ts'
import { firstHits, search } from './search.ts'

const hostile = [
  '"',
  '""',
  '«',
  '" OR "1',
  "'; DROP TABLE search_index; --",
  'title:violon',
  'violon*',
  '^violon',
  'NEAR(violon bois)',
  'violon AND',
  'OR',
  'NOT',
  '-',
  '--',
  '-violon',
  '-"',
  '(',
  ')))',
  '{title}: x',
  '%',
  '%%%',
  '\\',
  '\\0',
  'a\0b',
  '\0',
  '😀',
  '👩‍👩‍👧‍👦 violon',
  'مرحبا بالعالم',
  '\u202eviolon',
  '日本語',
  '\ud800',
  'e\u0301'.repeat(500),
  '&|!<->',
  ':*',
  "'",
  '$1',
  '?',
  'violon '.repeat(1500),
  'x'.repeat(10_000),
  '"violon '.repeat(800),
  '-'.repeat(10_000),
  `"${'bois '.repeat(2000)}"`,
  '1 000 000',
  'l’',
  'qu’est-ce que',
  'xyzzyq plugh',
  'ﬁn Œuvre ÉÉÉ',
  '<script>alert(1)</script>',
]

const database = await temporaryDatabase()

describe('a hostile query', () => {
  beforeAll(async () => {
    const files = ['content/magazine.xml']
    await importFiles(database, { files, media: null, dryRun: false, onProgress: () => {} })
  })

  it.each(hostile.map((text) => [text.slice(0, 30), text]))(
    '%j is answered in bounded time',
    async (_name, text) => {
      const now = new Date('2026-11-23')
      const begun = performance.now()
      const { hits, total } = await search(database, { text }, now)
      expect((await firstHits(database, text, 8, now)).length).toBeLessThanOrEqual(8)
      expect(performance.now() - begun).toBeLessThan(6000)
      expect(hits.length).toBeLessThanOrEqual(total)
      const address = readSearchAddress(
        new URLSearchParams({ q: text, etiquette: text, annee: text, page: text }),
      )
      expect(address.text.length).toBeLessThanOrEqual(400)
      expect(readSegment(segmentOf(address) ?? undefined)).toEqual(address)
    },
  )

  it('of filters finds nothing and fails at nothing', async () => {
    const filters = { section: "x' OR 1=1", tag: '%', person: '\ud800', year: 2999 }
    expect((await search(database, { text: 'violon', filters }, new Date())).total).toBe(0)
  })
})
