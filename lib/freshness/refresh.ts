import { openSharedTags } from '../../cache/shared-tags.ts'
import { env } from '../env.ts'

/**
 * Refreshes every page that carries one of the tags, on all servers and in the edge cache: their next request renders it
 * anew. For the command line; the server itself calls Next's `revalidateTag`, which ends in the same place. Works while
 * the server is stopped: it reads `CACHE_DB` when it starts, and gives Redis what could not be given now.
 */
export async function refreshTags(tags: readonly string[]): Promise<void> {
  // There the platform shares refreshes, and the route that called does it by `revalidateTag`.
  if (tags.length === 0 || process.env.VERCEL) return
  const { CACHE_DB, REDIS_URL: url } = env
  const link = url ? (await import('../../cache/redis-link.ts')).linkThroughRedis : null
  const shared = openSharedTags(CACHE_DB, url && link ? { url, link } : null)
  try {
    const expired = Date.now()
    await shared.push(tags.map((tag) => ({ tag, stale: null, expired })))
  } finally {
    shared.close()
  }
}
