/** Finds the section that an entry of a summary leads to when its link is lost: same order, words in common. */

/** What an entry or a section says: `title` weighs more than `text`. */
export type Said = { title: string; text: string }
/** Index of the section, and how much better it fits than the next best one (0 to 1). */
export type Match = { index: number; confidence: number }

/** No article has so many entries and sections; a hostile one must not hang. */
const MAX_TABLE = 40_000
const STEM = 5
const TITLE_WEIGHT = 3
const PHRASE_WEIGHT = 2
const ORDER_WEIGHT = 0.15
/** Stems at the beginning of an entry that say what its section begins with. */
const OPENING = 8
const SMALL_WORDS = new Set(
  'les des une que qui est pas pour dans par sur avec son ses aux ont mais plus cette tout elle ils nous vous leur comme sont était entre sans aussi'.split(
    ' ',
  ),
)

/** Stems of the words of a text; hashtag words are parted at their capitals. */
export function stems(text: string): string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3 && !SMALL_WORDS.has(word))
    .map((word) => word.slice(0, STEM))
}

type Bag = { title: Set<string>; text: Set<string>; opening: Set<string>; line: string; phrase: string }

function bagOf({ title, text }: Said): Bag {
  const titleStems = stems(title)
  const textStems = stems(text)
  return {
    title: new Set(titleStems),
    text: new Set([...titleStems, ...textStems]),
    opening: new Set(textStems.slice(0, OPENING)),
    line: ` ${[...titleStems, ...textStems].join(' ')} `,
    phrase: titleStems.length > 1 ? ` ${titleStems.join(' ')} ` : '',
  }
}

/** Rare words say more: log of the inverse share of sections that use the word. */
function rarity(sections: readonly Bag[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const { text } of sections) for (const stem of text) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return (stem) => Math.log(1 + sections.length / (counts.get(stem) ?? sections.length))
}

function overlap(words: Set<string>, there: Set<string>, weight: (stem: string) => number): number {
  return [...words].filter((stem) => there.has(stem)).reduce((sum, stem) => sum + weight(stem), 0)
}

/** How well a section answers an entry: words of its tag, the tag as a phrase, its first words, its other words. */
function score(entry: Bag, section: Bag, weight: (stem: string) => number): number {
  const size = Math.sqrt(section.text.size + 1)
  const tag = overlap(entry.title, section.title, weight) + overlap(entry.title, section.text, weight) / 2
  const phrase = entry.phrase !== '' && section.line.includes(entry.phrase) ? PHRASE_WEIGHT : 0
  const words = overlap(entry.text, section.text, weight) + overlap(entry.opening, section.text, weight)
  return (TITLE_WEIGHT * tag) / Math.max(1, entry.title.size) + phrase + (4 * words) / size
}

/** Scores of one entry over the sections, its best being 1. */
function scores(entry: Bag, sections: readonly Bag[], weight: (stem: string) => number): number[] {
  const raw = sections.map((section) => score(entry, section, weight))
  const best = Math.max(...raw, 1e-9)
  return raw.map((value) => value / best)
}

/** The best way through the table that never goes back; entries share a section only when there are too few. */
function bestPath(table: readonly number[][], width: number): number[] {
  const step = table.length > width ? 0 : 1
  const best: number[][] = []
  const from: number[][] = []
  for (const [row, line] of table.entries()) {
    best[row] = []
    from[row] = []
    let top = row === 0 ? 0 : Number.NEGATIVE_INFINITY
    let topAt = -1
    for (let column = 0; column < width; column++) {
      const before = row === 0 ? undefined : best[row - 1]?.[column - step]
      if (before !== undefined && before > top) {
        top = before
        topAt = column - step
      }
      best[row][column] = top + (line[column] ?? 0)
      from[row][column] = topAt
    }
  }
  const last = best.at(-1) ?? []
  const path: number[] = []
  let column = last.indexOf(Math.max(...last))
  for (let row = table.length - 1; row >= 0; row--) {
    path.unshift(column)
    column = from[row]?.[column] ?? 0
  }
  return path
}

/** Too much to compare: the same place in the order, and no confidence. */
function inProportion(entries: number, sections: number): Match[] {
  return Array.from({ length: entries }, (_, row) => ({
    index: Math.floor((row * sections) / entries),
    confidence: 0,
  }))
}

/** One section for each entry, in the same order as the entries. Empty when there is no section. */
export function matchSections(entries: readonly Said[], sections: readonly Said[]): Match[] {
  if (sections.length === 0) return []
  if (entries.length * sections.length > MAX_TABLE) return inProportion(entries.length, sections.length)
  const bags = sections.map(bagOf)
  const weight = rarity(bags)
  const table = entries.map((entry, row) =>
    scores(bagOf(entry), bags, weight).map((score, column) => {
      const drift = Math.abs((row + 0.5) / entries.length - (column + 0.5) / sections.length)
      return score - ORDER_WEIGHT * drift
    }),
  )
  return bestPath(table, sections.length).map((index, row) => {
    const own = Math.max(0, table[row]?.[index] ?? 0)
    const other = Math.max(0, ...(table[row] ?? []).filter((_, column) => column !== index))
    return { index, confidence: own + other > 0 ? own / (own + other) : 0 }
  })
}
