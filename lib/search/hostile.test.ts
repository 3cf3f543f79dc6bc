import { beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { hostileQueries } from '../testing/hostile-queries.ts'
import { readSearchAddress, readSegment, segmentOf } from './address.ts'
import { firstHits, search } from './search.ts'

const database = await temporaryDatabase()

describe('a hostile query', () => {
  beforeAll(async () => {
    const files = ['content/magazine.xml']
    await importFiles(database, { files, media: null, dryRun: false, onProgress: () => {} })
  })

  it.each(hostileQueries.map((text) => [text.slice(0, 30), text]))(
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
