import { describe, expect, it, vi } from 'vitest'
import { temporaryDatabase } from '../testing/database.ts'
import { noteRefresh, refreshPending } from './pending.ts'

const database = await temporaryDatabase()
const note = (...tags: string[]) => database.$transaction((transaction) => noteRefresh(transaction, tags))

describe('refreshes that are noted with a change', () => {
  it('are gone with a change that fails, and delivered once, each tag named once', async () => {
    const failing = database.$transaction(async (transaction) => {
      await noteRefresh(transaction, ['perdu'])
      throw new Error('rien n’est enregistré')
    })
    await expect(failing).rejects.toThrow('rien n’est enregistré')
    await note('home', 'tag:été')
    await note('home')
    expect(await refreshPending(database)).toEqual(['home', 'tag:été'])
    expect(await refreshPending(database)).toEqual([])
  })

  it('stay noted while they cannot be delivered', async () => {
    await note('path:/un/')
    vi.stubEnv('VERCEL', '')
    const { env } = await import('../env.ts')
    const file = env.CACHE_DB
    env.CACHE_DB = '/dev/null/cache.db'
    await expect(refreshPending(database)).rejects.toThrow()
    expect(await database.pendingRefresh.count()).toBe(1)
    env.CACHE_DB = file
    expect(await refreshPending(database)).toEqual(['path:/un/'])
    vi.unstubAllEnvs()
  })

  it('are all delivered, however many an import leaves', async () => {
    const many = Array.from({ length: 5200 }, (_, index) => `path:/${index}/`)
    await note(...many)
    expect(await refreshPending(database)).toHaveLength(many.length)
    expect(await database.pendingRefresh.count()).toBe(0)
  })
})
