import { afterEach, describe, expect, it, vi } from 'vitest'
import { withTags } from '../freshness/outside-next.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()
const lifeAt = async (clock: string) => {
  vi.setSystemTime(new Date(clock))
  return (await withTags(() => keepUntilNextDue(database))).lives
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('keepUntilNextDue', () => {
  it('ends at the next scheduled instant where no server ticks', async () => {
    const at = (time: string) => new Date(`2999-03-02T${time}Z`)
    const scheduled = { status: 'scheduled', publishedAt: at('10:00:00') } as const
    await saveArticle(database, sampleArticle('heure', scheduled))
    await saveArticle(
      database,
      sampleArticle('page', { ...scheduled, type: 'page', publishedAt: at('10:20:00') }),
    )
    await saveArticle(
      database,
      sampleArticle('brouillon', { ...scheduled, status: 'draft', publishedAt: at('09:59:00') }),
    )
    vi.stubEnv('VERCEL', '1')
    vi.useFakeTimers({ toFake: ['Date'] })
    const revalidate = (seconds: number) => [{ stale: 300, revalidate: seconds, expire: 86_400 }]
    expect(await lifeAt('2999-03-02T08:00:00Z')).toEqual(revalidate(3600))
    expect(await lifeAt('2999-03-02T09:58:30Z')).toEqual(revalidate(90))
    expect(await lifeAt('2999-03-02T09:59:59.900Z')).toEqual(revalidate(1))
    expect(await lifeAt('2999-03-02T10:00:00Z')).toEqual(revalidate(1200))
    expect(await lifeAt('2999-03-02T10:20:00Z')).toEqual(revalidate(3600))
  })

  it('is an hour where the tick refreshes', async () => {
    expect((await withTags(() => keepUntilNextDue(database))).lives).toEqual(['hours'])
  })
})
