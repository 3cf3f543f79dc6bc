import { stemmer } from '@orama/stemmers/french'
import { codes, eachRun, textAt } from '../document/letters.ts'
import { WordLine } from './word-line.ts'
import { WordTable } from './word-table.ts'
import { fold, isStopWord, lowered, WORD } from './words.ts'

/** How a text becomes what the index holds: its words, reduced to their stems, the same for both engines. */

/** Longer runs of letters are no words, nor are runs of more UTF-16 codes, marks and all: they would swell the index. */
const MAX_LENGTH = 40
const MAX_CODES = 64

/** Plurals that no ending tells. */
const SINGULARS: Record<string, string> = {
  travaux: 'travail',
  vitraux: 'vitrail',
  coraux: 'corail',
  emaux: 'email',
  soupiraux: 'soupirail',
  yeux: 'oeil',
}

/** Snowball keeps the s of `photos`, `amis` and `tissus`, which it takes for that of `bois`: here both lose it. */
const withoutPlural = (stem: string): string => (/^\p{L}{2,}[aiou]s$/u.test(stem) ? stem.slice(0, -1) : stem)

/** What the index holds for a word; '' for a stop word. */
function makeStem(word: string): string {
  const plain = fold(lowered(word)).replace(/[^\p{L}\p{N}]/gu, '')
  if (plain === '' || plain.length > MAX_LENGTH || isStopWord(plain)) return ''
  if (/\d/.test(plain)) return plain
  const stem = stemmer((Object.hasOwn(SINGULARS, plain) ? SINGULARS[plain] : undefined) ?? lowered(word))
  return withoutPlural(fold(stem).replace(/[^\p{L}\p{N}]/gu, ''))
}

/** Worth correcting a typo with. */
const isVocabulary = (word: string): boolean => /^\p{L}{3,30}$/u.test(lowered(word))

/** What is known of a word: how long its stem is, whether it corrects typos, which reading met it last. */
const [STEM, WORTH, MET, FACTS] = [0, 1, 2, 3]
const known = new WordTable(FACTS)

/** Where it is known what the word is that `codes` hold there; 0 when it is none. */
function knownAt(start: number, end: number): number {
  if (end - start > MAX_CODES) return 0
  const found = known.find(start, end)
  if (found > 0) return found
  const word = textAt(start, end)
  const stem = makeStem(word)
  const added = known.add(start, end, stem)
  known.cells[added + STEM] = stem.length
  known.cells[added + WORTH] = stem !== '' && isVocabulary(word) ? 1 : 0
  return added
}

/** The number of the reading whose words are noted; 0 when nobody's are. */
let reading = 0
const stems = new WordLine()
const words = new WordLine()

function read(start: number, end: number): void {
  const where = knownAt(start, end)
  const { cells } = known
  const length = cells[where + STEM] ?? 0
  if (where === 0 || length === 0) return
  const stem = where + FACTS + end - start
  stems.add(cells, stem, stem + length)
  if (reading === 0 || cells[where + WORTH] === 0 || cells[where + MET] === reading) return
  cells[where + MET] = reading
  words.add(codes, start, end)
}

/** What may be one word though it is not one run of letters. */
const SPACED = /\d[\u0020\u00a0\u202f]\d{3}|aujourd['’]hui/i
/** Every word one run of letters: what stands in it beside them makes no difference to its stem. */
const inRuns = (text: string): string =>
  text.replace(WORD, (word) => (SPACED.test(word) ? ` ${word.replace(/[^\p{L}\p{N}]/gu, '')} ` : word))

/** What the index holds for a text, or for a word: its stems in their order, stop words left out, with spaces. */
export function stemmed(text: string): string {
  try {
    eachRun(SPACED.test(text) ? inRuns(text) : text, read)
    return stems.take()
  } finally {
    stems.clear()
  }
}

/** The stems of a text in their order, stop words left out. */
export const stemsIn = (text: string): string[] =>
  stemmed(text)
    .split(' ')
    .filter((stem) => stem !== '')

/** Readings are told apart by so many numbers; then what is known of words is forgotten. */
const READINGS = 2 ** 16

/** Texts that are read one after the other: their stems, and the words they use that are worth correcting a typo with. */
export class Reading {
  static #count = 0
  readonly #number: number
  readonly #words: string[] = []

  constructor() {
    Reading.#count += 1
    if (Reading.#count === READINGS) {
      known.clear()
      Reading.#count = 1
    }
    this.#number = Reading.#count
  }

  /** The stems of a text, as `stemmed` gives them. */
  stems(text: string): string {
    reading = this.#number
    try {
      const line = stemmed(text)
      const met = words.take()
      if (met !== '') this.#words.push(met)
      return line
    } finally {
      reading = 0
      words.clear()
    }
  }

  /** The words of the texts so far, each once or little more, with spaces. */
  get words(): string {
    return this.#words.join(' ')
  }
}
