import { purgeEdge } from './edge.ts'
import type { linkThroughRedis } from './redis-link.ts'
import { openTagStore, type TagRefresh } from './tag-store.ts'

/** Refreshes as all nodes share them: by a file among the processes of a host, by Redis among hosts. */
export type SharedTags = {
  /** What was refreshed anywhere since the last call. */
  pull(): Promise<TagRefresh[]>
  /** False when other hosts, or the edge, are told later: they do not answer now. */
  push(refreshes: readonly TagRefresh[]): Promise<boolean>
  close(): void
}

/**
 * `redis` is the address of Redis, for several hosts, and what links to it: a command without Redis need not load its
 * client. Without it the file is all there is.
 */
export function openSharedTags(
  file: string,
  redis: { url: string; link: typeof linkThroughRedis } | null,
): SharedTags {
  const store = openTagStore(file)
  // While Redis was away, the edge may have asked a node that knew less than the others.
  const link = redis ? redis.link(redis.url, store, (tags) => void purgeEdge(tags)) : null
  return {
    async pull() {
      await link?.sync()
      return store.pull()
    },
    async push(refreshes) {
      await link?.sync()
      store.push(refreshes)
      const isShared = link ? await link.sync() : true
      // The edge asks the nodes again: they must know first.
      const isPurged = await purgeEdge(refreshes.map(({ tag }) => tag))
      return isShared && isPurged
    },
    close() {
      link?.close()
      store.close()
    },
  }
}
