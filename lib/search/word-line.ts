const SPACE = 32

/** Words put side by side with spaces between them: one string in the end, none of each. */
export class WordLine {
  #codes = new Uint16Array(2 ** 12)
  #bytes = Buffer.from(this.#codes.buffer)
  #end = 0

  /** Adds a word, which `from` holds there as UTF-16. */
  add(from: Uint16Array, start: number, end: number): void {
    const length = end - start
    while (this.#end + length + 1 > this.#codes.length) this.#grow()
    for (let index = 0; index < length; index += 1) this.#codes[this.#end + index] = from[start + index] ?? 0
    this.#end += length
    this.#codes[this.#end] = SPACE
    this.#end += 1
  }

  clear(): void {
    this.#end = 0
  }

  /** The words so far; it is empty then. */
  take(): string {
    const end = this.#end
    this.clear()
    return end === 0 ? '' : this.#bytes.toString('utf16le', 0, 2 * (end - 1))
  }

  #grow(): void {
    const codes = new Uint16Array(2 * this.#codes.length)
    codes.set(this.#codes)
    this.#codes = codes
    this.#bytes = Buffer.from(codes.buffer)
  }
}
