import { eachRun, textAt } from '../document/letters.ts'
import { WordTable } from './word-table.ts'

/** Words that the index is known to hold, to correct typos with. Too many, and it forgets them: they are written again. */
export class Vocabulary {
  readonly #table = new WordTable(0)

  /** The words of some, with spaces between them, that it does not hold. */
  unknownIn(words: string): string[] {
    const unknown: string[] = []
    eachRun(words, (start, end) => {
      if (this.#table.find(start, end) === 0) unknown.push(textAt(start, end))
    })
    return unknown
  }

  add(words: readonly string[]): void {
    eachRun(words.join(' '), (start, end) => {
      if (this.#table.find(start, end) === 0) this.#table.add(start, end)
    })
  }
}
