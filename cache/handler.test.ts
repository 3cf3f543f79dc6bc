import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { nodeFs } from 'next/dist/server/lib/node-fs-methods.js'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../lib/testing/database.ts'
import SharedCache from './handler.ts'
import { openTagStore } from './tag-store.ts'

type Handler = InstanceType<typeof SharedCache>
type GetContext = Parameters<Handler['get']>[1]
type SetContext = Parameters<Handler['set']>[2]
type Entry = NonNullable<Parameters<Handler['set']>[1]>

const serverDistDir = temporaryFolder()
mkdirSync(path.join(serverDistDir, 'app'))
writeFileSync(path.join(serverDistDir, 'app/_not-found.html'), '<h1>Introuvable</h1><script>1</script>')

/** As Next does: one handler a request. */
const request = () =>
  new SharedCache({
    fs: nodeFs,
    flushToDisk: true,
    dev: false,
    serverDistDir,
    revalidatedTags: [],
    maxMemoryCacheSize: 1024 * 1024,
    _requestHeaders: {},
  })

/** Next names kinds by const enums, which only its own code can spell. */
const isGetContext = (value: unknown): value is GetContext => typeof value === 'object'
const isEntry = (value: unknown): value is Entry => typeof value === 'object'

function pageContext(): GetContext {
  const context: unknown = { kind: 'APP_PAGE', isFallback: false, isRoutePPREnabled: true }
  if (!isGetContext(context)) throw new Error('unreachable')
  return context
}
const stored: SetContext = {
  isFallback: false,
  isRoutePPREnabled: true,
  cacheControl: { revalidate: 3600, expire: 7200 },
}

function page(html: string, tags: string, status = 200): Entry {
  const headers = { 'x-next-cache-tags': tags }
  const entry: unknown = {
    kind: 'APP_PAGE',
    html,
    headers,
    status,
    rscData: Buffer.from('rsc'),
    postponed: undefined,
  }
  if (!isEntry(entry)) throw new Error('unreachable')
  return entry
}

async function htmlOf(key: string): Promise<string | null> {
  const found = await request().get(key, pageContext())
  return found?.value?.kind === 'APP_PAGE' ? String(found.value.html) : null
}

async function make(key: string, entry: Entry, during: () => unknown = () => {}): Promise<void> {
  const handler = request()
  await handler.get(key, pageContext())
  await during()
  await handler.set(key, entry, stored)
}

const later = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('the cache handler', () => {
  it('keeps a page without its scripts, in memory and on disk', async () => {
    await make('/un', page('<p>Un</p><script>self.__next_f.push([1])</script>', 'path:/un/'))
    expect(await htmlOf('/un')).toBe('<p>Un</p>')
    expect(existsSync(path.join(serverDistDir, 'app/un.html'))).toBe(true)
    expect(existsSync(path.join(serverDistDir, 'app/un.rsc'))).toBe(true)
  })

  it('forgets a page whose tag was refreshed, here or by another process', async () => {
    await make('/deux', page('<p>Deux</p>', 'path:/deux/,home'))
    await make('/trois', page('<p>Trois</p>', 'path:/trois/'))
    await later()
    await request().revalidateTag(['path:/deux/'], { expire: 0 })
    expect([await htmlOf('/deux'), await htmlOf('/trois')]).toEqual([null, '<p>Trois</p>'])
    const other = openTagStore(process.env.CACHE_DB ?? '')
    other.push([{ tag: 'path:/trois/', stale: null, expired: Date.now() }])
    other.close()
    expect(await htmlOf('/trois')).toBeNull()
  })

  it('does not keep a page that was being made while it was refreshed', async () => {
    const old = page('<p>Ancien</p>', 'path:/quatre/')
    await make('/quatre', old, () => request().revalidateTag('path:/quatre/', { expire: 0 }))
    expect(await htmlOf('/quatre')).toBeNull()
    await later()
    await make('/quatre', page('<p>Nouveau</p>', 'path:/quatre/'))
    expect(await htmlOf('/quatre')).toBe('<p>Nouveau</p>')
  })

  it('gives a 404 its whole page, and keeps it off the disk', async () => {
    await make('/rien', page('', 'path:/rien/', 404))
    expect(await htmlOf('/rien')).toBe('<h1>Introuvable</h1>')
    expect(existsSync(path.join(serverDistDir, 'app/rien.html'))).toBe(false)
  })
})
