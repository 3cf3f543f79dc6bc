import { purgeEdge } from './edge.ts'
import { linkThroughRedis } from './redis-link.ts'
import { openTagStore, type TagRefresh } from './tag-store.ts'

/** Refreshes as all nodes share them: by a file among the processes of a host, by Redis among hosts. */
export type SharedTags = {
  /** What was refreshed anywhere since the last call. */
  pull(): Promise<TagRefresh[]>
  /** False when other hosts, or the edge, are told later: they do not answer now. */
  push(refreshes: readonly TagRefresh[]): Promise<boolean>
  close(): void
}

/** `redis` is the address of Redis, for several hosts; without it the file is all there is. */
export function openSharedTags(file: string, redis: string | undefined): SharedTags {
  const store = openTagStore(file)
  /** What other hosts were told late: the edge may have asked them meanwhile. */
  const late = new Set<string>()
  const link = redis
    ? linkThroughRedis(redis, store, () => {
        void purgeEdge([...late])
        late.clear()
      })
    : null
  return {
    async pull() {
      await link?.sync()
      return store.pull()
    },
    async push(refreshes) {
      await link?.sync()
      store.push(refreshes)
      const isShared = link ? await link.sync() : true
      if (!isShared) for (const { tag } of refreshes) late.add(tag)
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
