import { describe, expect, it } from 'vitest'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { countOfTerm } from './queries.ts'
import { saveArticle } from './save.ts'
import { tick } from './tick.ts'

const database = await temporaryDatabase()
const at = new Date('2999-03-02T10:00:00Z')
const past = (milliseconds: number) => new Date(at.getTime() + milliseconds)
const section = { slug: 'essais', name: 'Essais', parent: null }

describe('tick', () => {
  it('refreshes what appears at its instant, on every list, and then leaves it alone', async () => {
    await tick(database)
    await saveArticle(
      database,
      sampleArticle('heure', { status: 'scheduled', publishedAt: at, categories: [section] }),
    )
    expect(await tick(database, past(-1))).toEqual([])
    const shown = await tick(database, at)
    expect(shown).toEqual(
      expect.arrayContaining(['category:essais', 'date:2999-03', 'home', 'path:/heure/', 'sections']),
    )
    for (const late of [1000, 2000]) expect(await tick(database, past(late))).not.toEqual([])
    expect(await tick(database, past(3000))).toEqual([])
  })

  it('is in the lists by its date alone, whether the tick came or not', async () => {
    const { id } = await database.term.findFirstOrThrow({ where: { slug: 'essais' } })
    expect(await database.articleTerm.count(countOfTerm(id, past(-1)))).toBe(0)
    expect(await database.articleTerm.count(countOfTerm(id, at))).toBe(1)
  })

  it('knows from its first beat on where to look, and moves on when nothing is due for an hour', async () => {
    const empty = await temporaryDatabase()
    const looked = async () => (await empty.tick.findUnique({ where: { id: 1 } }))?.at
    await tick(empty, past(0))
    expect(await looked()).toEqual(past(-60_000))
    await tick(empty, past(1_800_000))
    expect(await looked()).toEqual(past(-60_000))
    await saveArticle(empty, sampleArticle('semaine', { status: 'scheduled', publishedAt: past(86_400_000) }))
    await tick(empty, past(3_600_000))
    expect(await looked()).toEqual(past(3_540_000))
    expect(await tick(empty, past(7 * 86_400_000))).toContain('path:/semaine/')
  })

  it('catches up after a night without a server, and delivers what was left behind', async () => {
    const late = new Date('2999-03-03T02:00:00Z')
    await saveArticle(database, sampleArticle('nuit', { status: 'scheduled', publishedAt: late }))
    await database.pendingRefresh.create({ data: { tag: 'path:/oubli/' } })
    const shown = await tick(database, new Date('2999-03-03T09:00:00Z'))
    expect(shown).toEqual(expect.arrayContaining(['path:/nuit/', 'path:/oubli/']))
    expect(await database.pendingRefresh.count()).toBe(0)
  })
})
