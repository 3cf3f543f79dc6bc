import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fileSystemCache from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { tagsManifest } from 'next/dist/server/lib/incremental-cache/tags-manifest.external.js'
import { keepCompressed } from './compressed.ts'
import { edgeKeys, purgeEdge, SHARED_SECONDS } from './edge.ts'
import { EMPTY_BUILD_TAG } from './empty-build.ts'
import { showFaults } from './fault-page.ts'
import { mendLocations } from './locations.ts'
import { keepOutOfSearch } from './noindex.ts'
import { answerNotModified } from './not-modified.ts'
import { linkThroughRedis } from './redis-link.ts'
import { openSharedTags, type SharedTags } from './shared-tags.ts'
import { stripScripts } from './strip-scripts.ts'
import type { TagRefresh } from './tag-store.ts'

/**
 * Next's own file cache (memory, then disk), with what it lacks when one runs it oneself:
 * - refreshes are shared, by the processes of a host and by hosts, and outlive them (`shared-tags.ts`);
 * - the cache in front is told what a page shows, and when that changed (`edge.ts`);
 * - what a build without a database prerendered is made again (`empty-build.ts`);
 * - a page is compressed once (`compressed.ts`);
 * - a page that was being made while what it shows was refreshed is not kept;
 * - pages made at run time are found again on disk (vercel/next.js #98306);
 * - unknown and old addresses do not fill the disk (vercel/next.js #96581);
 * - reading pages ship no framework script (`strip-scripts.ts`), and a 404 is whole without it (#62228);
 * - a redirect has one `Location`, with the query of whoever asks (`locations.ts`);
 * - a feed that its reader has already is answered by 304 (`not-modified.ts`);
 * - a fault shows a page that needs no script (`fault-page.ts`);
 * - what is asked under another name than the site's is kept out of search engines (`noindex.ts`).
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

if (!isBuild) {
  mendLocations()
  keepCompressed()
  answerNotModified()
  keepOutOfSearch()
  showFaults()
  // A page that the edge kept names the styles of the build before: they may be gone. All pages carry this tag.
  void purgeEdge(['sections'])
  if (/^postgres/.test(process.env.DATABASE_URL ?? '') && !process.env.REDIS_URL)
    console.warn('PostgreSQL sans REDIS_URL : les rafraîchissements restent sur cet hôte.')
}

let shared: SharedTags | undefined
function sharedTags(): SharedTags {
  const { CACHE_DB, REDIS_URL: url } = process.env
  shared ??= openSharedTags(CACHE_DB || './data/cache.db', url ? { url, link: linkThroughRedis } : null)
  return shared
}

/**
 * Milliseconds that clocks of hosts may differ by: a page made so soon after a refresh elsewhere is made again. The
 * processes of one host have one clock.
 */
const CLOCK_SKEW = process.env.REDIS_URL ? 2000 : 0
/** A time further ahead is meant, not skewed: a page that expires later. */
const FAR = 60_000

function remember({ tag, stale, expired }: TagRefresh): void {
  const now = Date.now()
  const here = (time: number | null) =>
    // Never the present itself: a page that begins now begins after what is learned now.
    time === null || CLOCK_SKEW === 0 || time > now + FAR ? (time ?? 0) : Math.min(now - 1, time + CLOCK_SKEW)
  const known = tagsManifest.get(tag)
  tagsManifest.set(tag, {
    stale: Math.max(known?.stale ?? 0, here(stale)) || undefined,
    expired: Math.max(known?.expired ?? 0, here(expired)) || undefined,
  })
}

/** A store that cannot be read or written must not take the pages down: they stay as they are. */
async function withTags(action: (tags: SharedTags) => Promise<unknown>): Promise<void> {
  if (isBuild) return
  try {
    await action(sharedTags())
  } catch (error) {
    console.error('Le registre des rafraîchissements (CACHE_DB) ne répond pas :', error)
  }
}

const pull = (): Promise<void> =>
  withTags(async (tags) => {
    for (const refresh of await tags.pull()) remember(refresh)
  })

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
    await pull()
    const kept = await super.get(key, context)
    const found = tagsOf(kept?.value ?? null).includes(EMPTY_BUILD_TAG) ? null : kept
    if (!found) this.#begun.set(key, Date.now())
    this.#lighten(found?.value)
    this.#address(found?.value)
    return found
  }

  /**
   * Takes the framework's scripts out, in place: on a first request Next answers with the very entry it gives to
   * `set`. The HTML of a page that called `notFound()` is empty, for the scripts to fill: it gets that of the 404 page.
   * A page cannot say 410: the one of a withdrawn article carries a cache tag that says it.
   */
  #lighten(entry: Entry | null | undefined): void {
    if (entry?.kind === 'APP_PAGE' && tagsOf(entry).includes('gone')) entry.status = 410
    if (!isReadingPage(entry)) return
    if (entry.status === 404) entry.html = notFoundHtml(this.#context.serverDistDir)
    if (entry.html.includes('<script')) entry.html = stripScripts(entry.html)
  }

  /**
   * Says what caches may do, in place. Browsers ask each time, and mostly hear that nothing changed; the edge keeps what
   * it can be told to throw away. Next's own `stale-while-revalidate` would show each reader the page before the last.
   */
  #address(entry: Entry | null | undefined): void {
    if (isBuild || (entry?.kind !== 'APP_PAGE' && entry?.kind !== 'APP_ROUTE')) return
    entry.headers = {
      'cache-control': `public, max-age=0, must-revalidate, s-maxage=${SHARED_SECONDS}`,
      ...entry.headers,
      ...edgeKeys(tagsOf(entry)),
    }
  }

  override async set(...[key, entry, context]: Parameters<Cache['set']>): Promise<void> {
    this.#lighten(entry)
    this.#address(entry)
    // Each search is a page of its own: kept, they would push the articles out.
    if (/(?:^|\$)\/recherche\//.test(key)) return
    await pull()
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
    await withTags((shared) => shared.push(refreshes))
  }
}
