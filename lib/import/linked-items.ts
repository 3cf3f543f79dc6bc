import type { SourceItem } from '../wordpress/source.ts'
import type { LinkState } from './internal-links.ts'
import type { ItemReport } from './report.ts'
import { keyOf, sourceKey } from './source-records.ts'

type Linked = { line: ItemReport | null; isOpen: boolean }

/** The items of an import that link to their site: of most, which have nothing else to say, only the number is kept. */
export class LinkedItems {
  readonly #some = new Map<string, Linked>()
  /** Ids of items whose links lead where they will lead, by site and type. */
  readonly #settled = new Map<string, Set<number>>()
  hasOpen = false

  /** `line`: that of the item in the report, when the report keeps one. */
  add(item: SourceItem, links: LinkState, line: ItemReport | null): void {
    if (links === 'none') return
    const isOpen = links === 'open'
    this.hasOpen ||= isOpen
    if (isOpen || line) this.#some.set(sourceKey(item), { line, isOpen })
    else this.#idsLike(item).add(keyOf(item).wpId)
  }

  /** What is known of an item with links; null for one without. */
  get(item: SourceItem): Linked | null {
    const known = this.#some.get(sourceKey(item))
    if (known) return known
    return this.#idsLike(item).has(keyOf(item).wpId) ? { line: null, isOpen: false } : null
  }

  #idsLike({ site, type }: SourceItem): Set<number> {
    const key = `${site}\n${type}`
    const ids = this.#settled.get(key) ?? new Set()
    this.#settled.set(key, ids)
    return ids
  }
}
