import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Stands for `next/cache` where there is no Next: in the command line and in unit tests the reads of the pages run as
 * they are, nothing is kept, and the cache tags they carry can be looked at.
 */
const carried = new AsyncLocalStorage<Set<string>>()

/** What a read answers, with the cache tags it carries. */
export async function withTags<T>(read: () => Promise<T>): Promise<{ answer: T; tags: Set<string> }> {
  const tags = new Set<string>()
  return { answer: await carried.run(tags, read), tags }
}

export function cacheTag(...tags: string[]): void {
  for (const tag of tags) carried.getStore()?.add(tag)
}

/** Nothing is kept, so for no time. */
export function cacheLife(_profile: string): void {}
