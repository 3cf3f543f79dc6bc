import { codes } from '../document/letters.ts'

/** Words that a table holds at most; then it forgets them all. */
const MOST = 2 ** 16
/** Twice as many places: a word stands where it is looked for, or near. */
const PLACES = 2 * MOST
/** A place holds where a word's cells are and, above, some bits of its hash. */
const WHERE_BITS = 22
const MOST_CELLS = 2 ** WHERE_BITS
/** Odd, and another in each process: nobody can write words that all fall on one place. */
const FACTOR = Math.floor(Math.random() * 2 ** 32) | 1

/** Of the word that `codes` hold there. */
function hashOf(start: number, end: number): number {
  let hash = 0
  for (let index = start; index < end; index += 1) hash = (Math.imul(hash, FACTOR) + (codes[index] ?? 0)) | 0
  return hash ^ (hash >>> 15)
}

/**
 * Words with what is to be known of them, looked up where `codes` hold them. All of a word lies side by side: what counts
 * is how many places of memory a look takes, some two here. A `Map` takes three to four times as long, its strings, its
 * entries and what they name being all over the heap.
 */
export class WordTable {
  readonly #places = new Uint32Array(PLACES)
  /** Of each word: how long it is; its facts; its letters; what was added to them. */
  #cells = new Uint16Array(2 ** 16)
  readonly #facts: number
  #end = 0
  #size = 0

  /** `facts`: how many numbers of 16 bits are kept of each word. */
  constructor(facts: number) {
    this.#facts = facts
  }

  /** Where the facts of words are; its letters follow a word's facts. Another array after `add`. */
  get cells(): Uint16Array {
    return this.#cells
  }

  /** Where the facts of a word are in `cells`; 0 when it is not known. */
  find(start: number, end: number): number {
    const hash = hashOf(start, end)
    const bits = hash >>> WHERE_BITS
    for (let place = hash & (PLACES - 1); ; place = (place + 1) & (PLACES - 1)) {
      const held = this.#places[place] ?? 0
      if (held === 0) return 0
      const where = held & (MOST_CELLS - 1)
      if (held >>> WHERE_BITS === bits && this.#isAt(where, start, end)) return where
    }
  }

  /** Takes in a word that it does not hold, with letters to come after its own. Gives where its facts are, all 0. */
  add(start: number, end: number, more = ''): number {
    const length = end - start
    const room = 1 + this.#facts + length + more.length
    if (this.#size === MOST || this.#end + room >= MOST_CELLS) this.clear()
    while (this.#end + room > this.#cells.length) this.#grow()
    const where = this.#end + 1
    const letters = where + this.#facts
    this.#end += room
    this.#cells[where - 1] = length
    this.#cells.fill(0, where, letters)
    this.#cells.set(codes.subarray(start, end), letters)
    for (let index = 0; index < more.length; index += 1)
      this.#cells[letters + length + index] = more.charCodeAt(index)
    this.#place(hashOf(start, end), where)
    return where
  }

  clear(): void {
    this.#places.fill(0)
    this.#end = 0
    this.#size = 0
  }

  #isAt(where: number, start: number, end: number): boolean {
    const cells = this.#cells
    if (cells[where - 1] !== end - start) return false
    const before = where + this.#facts - start
    for (let index = start; index < end; index += 1) if (cells[before + index] !== codes[index]) return false
    return true
  }

  #place(hash: number, where: number): void {
    let place = hash & (PLACES - 1)
    while (this.#places[place] !== 0) place = (place + 1) & (PLACES - 1)
    this.#places[place] = ((hash >>> WHERE_BITS) << WHERE_BITS) | where
    this.#size += 1
  }

  #grow(): void {
    const cells = new Uint16Array(2 * this.#cells.length)
    cells.set(this.#cells)
    this.#cells = cells
  }
}
