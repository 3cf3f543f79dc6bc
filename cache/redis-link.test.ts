import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { cuttable } from '../lib/testing/cuttable.ts'
import { temporaryFolder } from '../lib/testing/database.ts'
import { linkThroughRedis } from './redis-link.ts'
import { openTagStore } from './tag-store.ts'

const server = process.env.TEST_REDIS ?? ''
const folder = temporaryFolder()
const refresh = (tag: string, expired: number) => ({ tag, stale: null, expired })
vi.spyOn(console, 'warn').mockImplementation(() => {})

/** A host: its file and its link. */
function host(name: string, url = server, onReturn: (tags: string[]) => void = () => {}) {
  const store = openTagStore(path.join(folder, `${name}.db`))
  const link = linkThroughRedis(url, store, onReturn)
  const close = () => {
    link.close()
    store.close()
  }
  afterAll(close)
  const times = () => Object.fromEntries(store.after(0, -1).map(({ tag, expired }) => [tag, expired]))
  return { store, link, close, times }
}

/** Between a host and Redis. */
async function network() {
  const line = await cuttable(Number(new URL(server).port))
  afterAll(line.close)
  return line
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

describe.skipIf(server === '')('hosts that share refreshes through Redis', () => {
  it('know at once what another one refreshed, the later time of each tag', async () => {
    const [a, b] = [host('a'), host('b')]
    a.store.push([refresh('home', 5), refresh('tag:é', 5)])
    expect(await a.link.sync()).toBe(true)
    expect(await b.link.sync()).toBe(true)
    expect(b.times()).toEqual({ home: 5, 'tag:é': 5 })
    // Its clock is behind, its refresh is later all the same.
    b.store.push([refresh('home', 3)])
    await b.link.sync()
    await a.link.sync()
    expect(a.times()).toEqual({ home: 6, 'tag:é': 5 })
  })

  it('catch up when they join late or come back', async () => {
    const many = Array.from({ length: 1300 }, (_, index) => refresh(`many:${index}`, index + 1))
    const [a, gone] = [host('a2'), host('gone')]
    gone.store.push([refresh('before', 1)])
    await gone.link.sync()
    gone.close()
    a.store.push(many)
    await a.link.sync()
    const [late, again] = [host('late'), host('gone')]
    await late.link.sync()
    await again.link.sync()
    for (const { times } of [late, again])
      expect(times()).toMatchObject({ 'many:0': 1, 'many:1299': 1300, before: 1 })
  })

  it('tell a Redis that lost everything what they know', async () => {
    const a = host('a3')
    a.store.push([refresh('kept', 7)])
    await a.link.sync()
    const client = await createClient({ url: server }).connect()
    await client.flushAll()
    client.destroy()
    await a.link.sync()
    const late = host('late3')
    await late.link.sync()
    expect(late.times()).toMatchObject({ kept: 7 })
  })

  it('do not wait for a network that is cut, and agree within a second of its return', async () => {
    const line = await network()
    const returned: string[] = []
    const [a, b] = [host('a4', line.url, (tags) => returned.push(...tags)), host('b4')]
    await a.link.sync()
    line.cut(true)
    a.store.push([refresh('cut', 9)])
    expect(await took(() => a.link.sync())).toBeLessThan(900)
    for (let count = 0; count < 5; count += 1) expect(await took(() => a.link.sync())).toBeLessThan(100)
    expect(await a.link.sync()).toBe(false)
    b.store.push([refresh('elsewhere', 9)])
    await b.link.sync()
    await sleep(1500)
    line.cut(false)
    await sleep(900)
    await b.link.sync()
    // What the edge in front may have fetched old.
    expect(returned).toEqual(expect.arrayContaining(['cut', 'elsewhere']))
    expect(b.times()).toMatchObject({ cut: 9 })
  })

  it('start without a Redis that answers, and do not hang', async () => {
    const silent = await network()
    silent.cut(true)
    for (const url of ['redis://127.0.0.1:1', silent.url]) {
      const alone = host(`alone${url.at(-1)}`, url)
      expect(await took(() => alone.link.sync())).toBeLessThan(1200)
      expect(await took(() => alone.link.sync())).toBeLessThan(100)
    }
  })
})
