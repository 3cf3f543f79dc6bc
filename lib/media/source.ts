import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { env } from '../env.ts'
import { fileAddress, originalsOf } from './addresses.ts'
import type { FetchLimits } from './fetch-file.ts'
import { findLargestSize, findMediaFile, mediaRoots } from './find.ts'
import { MediaError } from './media-error.ts'
import { unpack } from './unpack.ts'
import { partialFile } from './write-whole.ts'

/** A file that an export or an article names. `isOwn`: the old site's, not another host's. */
export type WantedFile = { address: string; isOwn: boolean }

/** Where the old site's files come from: a folder, an archive of it, or the old site itself. */
export type MediaSource = {
  /** As the user named it, for messages. */
  name: string
  /** True when files of other hosts can be copied too. */
  reachesOthers: boolean
  /** Runs `work` on a local copy of the file; null when there is none. `MediaError` says why it cannot be had. */
  withFile<T>(wanted: WantedFile, work: (file: string) => Promise<T>): Promise<T | null>
  close(): Promise<void>
}

/** The first place that gives something. A place whose file cannot be had or stored hands over to the next one. */
async function firstOf<P, T>(
  places: readonly P[],
  attempt: (place: P) => Promise<T | null>,
): Promise<T | null> {
  let problem: MediaError | null = null
  for (const place of places) {
    try {
      const given = await attempt(place)
      if (given !== null) return given
    } catch (error) {
      if (!(error instanceof MediaError)) throw error
      problem ??= error
    }
  }
  if (problem) throw problem
  return null
}

function folderSource(folder: string, name: string, close = async () => {}): MediaSource {
  const roots = mediaRoots(folder)
  return {
    name,
    reachesOthers: false,
    withFile({ address, isOwn }, work) {
      const place = isOwn ? fileAddress(address) : null
      const originals = place ? originalsOf(place.path) : []
      const finders = [findMediaFile, findLargestSize].flatMap((find) =>
        originals.map((path) => () => find(roots, path)),
      )
      return firstOf(finders, async (find) => {
        const file = find()
        return file ? work(file) : null
      })
    },
    close,
  }
}

/** A host that failed so often in a row is not asked again in this run. */
const GIVE_UP_AFTER = 5

/** Where the original of a file may be fetched, best first: at the old site's address, then at the file's own. */
function placesOf({ address, isOwn }: WantedFile, base: URL): URL[] {
  const place = fileAddress(address)
  const absolute = URL.parse(address, base)
  if (!place || !absolute) return []
  if (!isOwn) return [absolute]
  const paths = originalsOf(place.path).map((path) => path.split('/').map(encodeURIComponent).join('/'))
  const urls = [base, absolute].flatMap((host) => paths.map((path) => new URL(path, host)))
  return [...new Map(urls.map((url) => [url.href, url])).values()]
}

/** Loads what fetches only here: with `node:http` comes Node's whole client of the web, 7 MB. */
async function siteSource(base: URL, limits: Partial<FetchLimits>): Promise<MediaSource> {
  const { fetchFile, PassingError } = await import('./fetch-file.ts')
  const failures = new Map<string, number>()
  const fetchOnce = async (url: URL, target: string): Promise<boolean> => {
    const failed = failures.get(url.host) ?? 0
    if (failed >= GIVE_UP_AFTER) throw new MediaError(`${url.host} ne répond plus`)
    try {
      const found = await fetchFile(url, target, limits)
      failures.delete(url.host)
      return found
    } catch (error) {
      if (error instanceof PassingError) failures.set(url.host, failed + 1)
      throw error
    }
  }
  return {
    name: base.href,
    reachesOthers: true,
    async withFile(wanted, work) {
      const target = await partialFile(env.MEDIA_DIR)
      try {
        return await firstOf(placesOf(wanted, base), async (url) =>
          (await fetchOnce(url, target)) ? work(target) : null,
        )
      } finally {
        await rm(target, { force: true })
      }
    },
    async close() {},
  }
}

/** Opens what `--media` names. Throws `MediaError` when it is none of the three. */
export async function openMediaSource(
  where: string,
  limits: Partial<FetchLimits> = {},
): Promise<MediaSource> {
  if (/^https?:\/\//i.test(where)) {
    const base = URL.parse(where)
    if (!base) throw new MediaError(`--media : ${where} n’est pas une adresse`)
    return siteSource(base, limits)
  }
  const found = statSync(where, { throwIfNoEntry: false })
  if (found?.isDirectory()) return folderSource(where, where)
  if (!found?.isFile()) throw new MediaError(`--media : ${where} n’est ni un dossier, ni une archive`)
  const folder = await unpack(where)
  return folderSource(folder, where, () => rm(folder, { recursive: true, force: true }))
}
