import { openTagStore } from '../../cache/tag-store.ts'
import { env } from '../env.ts'

/**
 * Refreshes every page that carries one of the tags, on the servers that share this host's `CACHE_DB`: their next
 * request renders it anew. For the command line; the server itself calls Next's `revalidateTag`, which ends in the
 * same store. Works while the server is stopped: it reads the store when it starts.
 */
export async function refreshTags(tags: readonly string[]): Promise<void> {
  // There the platform shares refreshes, and the route that called does it by `revalidateTag`.
  if (tags.length === 0 || process.env.VERCEL) return
  const store = openTagStore(env.CACHE_DB)
  try {
    const expired = Date.now()
    store.push(tags.map((tag) => ({ tag, stale: null, expired })))
  } finally {
    store.close()
  }
}
