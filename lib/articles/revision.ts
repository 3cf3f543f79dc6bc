import { createHash } from 'node:crypto'

/** A short name for what a page shows, from the very answer that it got: two pages of one revision show the same. */
export function revisionOf(shown: object): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16)
}
