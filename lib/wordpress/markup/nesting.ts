import type { Tag } from './tags.ts'

/** Deeper elements lose their tags and keep their words: no article needs more, and parsers recurse. */
export const MAX_NESTING = 40

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'.split(
    ' ',
  ),
)
const BLOCKS = ['div', 'blockquote', 'section', 'article', 'aside', 'figure', 'details', 'td', 'th', 'table']

/** Elements that a sibling of the same name closes, with the elements that keep them apart. */
const IMPLIED_END: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    p: [...BLOCKS, 'li', 'dd'],
    li: [...BLOCKS, 'ul', 'ol', 'menu'],
    dt: [...BLOCKS, 'dl'],
    dd: [...BLOCKS, 'dl'],
    tr: ['table'],
    td: ['table', 'tr'],
    th: ['table', 'tr'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    option: ['select'],
  }),
)

/** Formatting elements that are never closed come back in every paragraph after them (HTML, 13.2.4.3). */
const FORMATTING = new Set('b big code em font i nobr s small strike strong tt u'.split(' '))

/** Follows the tags of a text in order. Tags of elements nested deeper than `MAX_NESTING` are to be dropped, both ends alike. */
export class Nesting {
  readonly #open: string[] = []
  readonly #formatting: string[] = []
  readonly #dropped = new Map<string, number>()

  /** True when the tag may stay. */
  keeps(tag: Tag): boolean {
    return tag.closing ? this.#close(tag.name) : this.#opens(tag)
  }

  #opens(tag: Tag): boolean {
    if (VOID.has(tag.name) || (tag.selfClosing && this.#isForeign())) return true
    this.#closeImplied(tag.name)
    const isFormatting = FORMATTING.has(tag.name)
    if (this.#open.length < MAX_NESTING && !(isFormatting && this.#formatting.length >= MAX_NESTING)) {
      this.#open.push(tag.name)
      if (isFormatting) this.#formatting.push(tag.name)
      return true
    }
    this.#dropped.set(tag.name, (this.#dropped.get(tag.name) ?? 0) + 1)
    return false
  }

  #close(name: string): boolean {
    const skipped = this.#dropped.get(name) ?? 0
    if (skipped > 0) {
      this.#dropped.set(name, skipped - 1)
      return false
    }
    const index = this.#open.lastIndexOf(name)
    if (index >= 0) this.#open.length = index
    const active = this.#formatting.lastIndexOf(name)
    if (active >= 0) this.#formatting.splice(active, 1)
    return true
  }

  #closeImplied(name: string): void {
    const stops = IMPLIED_END.get(name)
    if (!stops) return
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const other = this.#open[i] ?? ''
      if (other === name) this.#open.length = i
      if (other === name || stops.includes(other)) return
    }
  }

  #isForeign(): boolean {
    return this.#open.includes('svg') || this.#open.includes('math')
  }
}
