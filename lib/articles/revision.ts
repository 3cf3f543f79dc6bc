import { hash } from 'node:crypto'

/** A short name for what a page shows, from the very answer that it got: two pages of one revision show the same. */
export function revisionOf(shown: object): string {
  return hash('sha256', JSON.stringify(shown)).slice(0, 16)
}
