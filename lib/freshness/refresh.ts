import { openSharedTags } from '../../cache/shared-tags.ts'
import { env } from '../env.ts'

/**
 * Refreshes every page that carries one of the tags, on all servers and in the edge cache: their next request renders it
 * anew. For the command line; the server itself calls Next's `revalidateTag`, which ends in the same place. Works while
 * the server is stopped: it reads `CACHE_DB` when it starts, and gives Redis what could not be given now.
 */
export async function refreshTags(tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return
  const shared = openSharedTags(env.CACHE_DB, env.REDIS_URL)
  try {
    const expired = Date.now()
    await shared.push(tags.map((tag) => ({ tag, stale: null, expired })))
  } finally {
    shared.close()
  }
}
