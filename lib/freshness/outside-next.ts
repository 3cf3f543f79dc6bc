import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Stands for `next/cache` where there is no Next: in the command line and in unit tests the reads of the pages run as
 * they are, nothing is kept, and the cache tags they carry can be looked at.
 */
type Life = string | { stale?: number; revalidate?: number; expire?: number }
type Carried = { tags: Set<string>; lives: Life[] }
const carried = new AsyncLocalStorage<Carried>()

/** What a read answers, with the cache tags it carries and how long it asks to be kept. */
export async function withTags<T>(read: () => Promise<T>): Promise<{ answer: T } & Carried> {
  const store: Carried = { tags: new Set(), lives: [] }
  return { answer: await carried.run(store, read), ...store }
}

export function cacheTag(...tags: string[]): void {
  for (const tag of tags) carried.getStore()?.tags.add(tag)
}

export function cacheLife(life: Life): void {
  carried.getStore()?.lives.push(life)
}
