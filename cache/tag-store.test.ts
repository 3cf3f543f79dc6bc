import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../lib/testing/database.ts'
import { openTagStore } from './tag-store.ts'

describe('tag store', () => {
  const file = path.join(temporaryFolder(), 'new/cache.db')
  const refresh = (tag: string, expired: number) => ({ tag, stale: null, expired })

  it('gives a process what others pushed, once, the last time of each tag', () => {
    const writer = openTagStore(file)
    const reader = openTagStore(file)
    writer.push([refresh('home', 1), refresh('tag:a', 1)])
    writer.push([refresh('home', 2)])
    expect(reader.pull()).toEqual(
      [refresh('tag:a', 1), refresh('home', 2)].map((row) => expect.objectContaining(row)),
    )
    expect(reader.pull()).toEqual([])
    writer.push([refresh('tag:a', 3)])
    expect(reader.pull()).toEqual([expect.objectContaining(refresh('tag:a', 3))])
    writer.close()
    reader.close()
  })

  it('takes a refresh of here for the latest, and keeps the later time of those of other hosts', () => {
    const store = openTagStore(path.join(path.dirname(file), 'clocks.db'))
    store.learn([refresh('ahead', 900), refresh('behind', 5)])
    store.pull()
    store.push([refresh('ahead', 100), refresh('behind', 100)])
    expect(store.pull()).toMatchObject([refresh('ahead', 901), refresh('behind', 100)])
    store.learn([refresh('ahead', 900), refresh('behind', 99), refresh('other', 1)])
    expect(store.pull()).toMatchObject([refresh('other', 1)])
    store.close()
  })

  it('outlives the processes', () => {
    const later = openTagStore(file)
    expect(later.pull().map(({ tag, expired }) => [tag, expired])).toEqual([
      ['home', 2],
      ['tag:a', 3],
    ])
    later.close()
  })
})
