import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import { mendLocations } from './locations.ts'
import { stripScripts } from './strip-scripts.ts'
import { openTagStore, type TagRefresh, type TagStore } from './tag-store.ts'

/**
 * Next's own file cache (memory, then disk), with what it lacks when one runs it oneself:
 * - refreshes are shared and outlive the process (`tag-store.ts`);
 * - a page that was being made while what it shows was refreshed is not kept;
 * - pages made at run time are found again on disk (vercel/next.js #98306);
 * - unknown and old addresses do not fill the disk (vercel/next.js #96581);
 * - reading pages ship no framework script (`strip-scripts.ts`), and a 404 is whole without it (#62228);
 * - a redirect has one `Location`, with the query of whoever asks (`locations.ts`).
 * It rests on internals of Next: the version is pinned, and the browser tests cover each point.
 */

type CacheClass = typeof fileSystemCache.default
type Cache = InstanceType<CacheClass>
type Context = ConstructorParameters<CacheClass>[0]
type Entry = NonNullable<Parameters<Cache['set']>[1]>
type PageEntry = Extract<Entry, { kind: 'APP_PAGE' }>

const isCacheClass = (value: unknown): value is CacheClass => typeof value === 'function'

/** Next's module is CommonJS: seen from here, its default export stands one step deeper than its types say. */
function findCacheClass(): CacheClass {
  const outer: object = fileSystemCache.default
  const found: unknown = 'default' in outer ? outer.default : outer
  if (!isCacheClass(found))
    throw new Error('FileSystemCache est introuvable : cette version de Next n’est pas la bonne')
  return found
}
const FileSystemCache = findCacheClass()

/** The build writes files for any machine: only a running server has refreshes to share. */
const isBuild = process.env.NEXT_PHASE === 'phase-production-build'
const keepScripts = process.env.READER_SCRIPTS === 'next'

if (!isBuild) mendLocations()

let store: TagStore | undefined
function sharedStore(): TagStore {
  store ??= openTagStore(process.env.CACHE_DB || './data/cache.db')
  return store
}

function remember({ tag, stale, expired }: TagRefresh): void {
  const known = tagsManifest.get(tag)
  tagsManifest.set(tag, {
    stale: Math.max(known?.stale ?? 0, stale ?? 0) || undefined,
    expired: Math.max(known?.expired ?? 0, expired ?? 0) || undefined,
  })
}

/** A store that cannot be read or written must not take the pages down: they stay as they are. */
function withStore(action: (store: TagStore) => void): void {
  if (isBuild) return
  try {
    action(sharedStore())
  } catch (error) {
    console.error('Le registre des rafraîchissements (CACHE_DB) ne répond pas :', error)
  }
}

function pull(): void {
  withStore((shared) => {
    for (const refresh of shared.pull()) remember(refresh)
  })
}

/** The cache tags of a page, as Next stores them with it. */
function tagsOf(entry: Entry | null): string[] {
  if (entry?.kind !== 'APP_PAGE' && entry?.kind !== 'APP_ROUTE') return []
  const header = entry.headers?.['x-next-cache-tags']
  return typeof header === 'string' ? header.split(',') : []
}

function wasRefreshedSince(entry: Entry | null, time: number): boolean {
  return tagsOf(entry).some((tag) => (tagsManifest.get(tag)?.expired ?? 0) >= time)
}

const isReadingPage = (entry: Entry | null | undefined): entry is PageEntry =>
  !isBuild && !keepScripts && entry?.kind === 'APP_PAGE' && typeof entry.html === 'string'

let notFoundPage: string | undefined
/** The 404 page, as the build made it. */
function notFoundHtml(serverDistDir: string): string {
  notFoundPage ??= readFileSync(path.join(serverDistDir, 'app/_not-found.html'), 'utf8')
  return notFoundPage
}

export default class SharedCache extends FileSystemCache {
  readonly #context: Context
  /** When the making of a page began, by key. Next makes one handler a request, so it holds one or two. */
  readonly #begun = new Map<string, number>()

  constructor(context: Context) {
    super(context)
    this.#context = context
  }

  override async get(...[key, context]: Parameters<Cache['get']>): ReturnType<Cache['get']> {
    pull()
    const found = await super.get(key, context)
    if (!found) this.#begun.set(key, Date.now())
    this.#lighten(found?.value)
    return found
  }

  /**
   * Takes the framework's scripts out, in place: on a first request Next answers with the very entry it gives to
   * `set`. The HTML of a page that called `notFound()` is empty, for the scripts to fill: it gets that of the 404 page.
   */
  #lighten(entry: Entry | null | undefined): void {
    if (!isReadingPage(entry)) return
    if (entry.status === 404) entry.html = notFoundHtml(this.#context.serverDistDir)
    if (entry.html.includes('<script')) entry.html = stripScripts(entry.html)
  }

  override async set(...[key, entry, context]: Parameters<Cache['set']>): Promise<void> {
    this.#lighten(entry)
    // Each search is a page of its own: kept, they would push the articles out.
    if (/(?:^|\$)\/recherche\//.test(key)) return
    pull()
    if (wasRefreshedSince(entry, this.#begun.get(key) ?? Number.POSITIVE_INFINITY)) return
    if ((entry?.kind === 'APP_PAGE' || entry?.kind === 'APP_ROUTE') && (entry.status ?? 200) >= 300) {
      const memoryOnly = new FileSystemCache({ ...this.#context, flushToDisk: false })
      return memoryOnly.set(key, entry, context)
    }
    const isWhole = entry?.kind === 'APP_PAGE' && entry.postponed == null
    return super.set(
      key,
      entry,
      isWhole && !context.fetchCache ? { ...context, isRoutePPREnabled: false } : context,
    )
  }

  override async revalidateTag(...[tags, durations]: Parameters<Cache['revalidateTag']>): Promise<void> {
    await super.revalidateTag(tags, durations)
    const refreshes = [tags].flat().map((tag) => {
      const known = tagsManifest.get(tag)
      return { tag, stale: known?.stale ?? null, expired: known?.expired ?? null }
    })
    withStore((shared) => shared.push(refreshes))
  }
}
