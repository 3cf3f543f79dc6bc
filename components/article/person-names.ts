import type { ArticlePage, PersonLink } from '../../lib/articles/types.ts'

/** Words of a line, and whom they name. */
export type NamedWords = { words: string; person: PersonLink | null }

/** Whom an article credits or names, and who have a page. */
export function peopleOf({ credits, people }: Pick<ArticlePage, 'credits' | 'people'>): PersonLink[] {
  const all = [...credits.map(({ person }) => person), ...people]
  return [...new Map(all.map((person) => [person.slug, person])).values()]
}

type Hit = { person: PersonLink; piece: number; start: number; end: number }

/** As long as the text, so that a place in the one is a place in the other: typesetting changes these two. */
const folded = (text: string): string => text.replace(/’/g, "'").replace(/\s/g, ' ')

/** "Ana Li" is not named by "Ana Lima", "Rosana Li", "Marie-Ana Li", "Ana Li-Roux" nor "Ana Li Roux". */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  return (
    !/[\p{L}\p{M}\p{N}]-?$/u.test(before) && !/^(?:[\p{L}\p{M}\p{N}]|-\p{L}| \p{Lu})/u.test(text.slice(end))
  )
}

function hitIn(text: string, name: string): { start: number; end: number } | null {
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length
    if (standsAlone(text, start, end)) return { start, end }
  }
  return null
}

/** "Jeanne et Romaric Lamblard": where the first of two of one family stands before the whole name of the other. */
function hitBeforeRelative(text: string, name: string, relatives: readonly string[]) {
  const [first = '', ...family] = name.split(' ')
  for (const relative of relatives) {
    if (relative === name || relative.split(' ').slice(1).join(' ') !== family.join(' ')) continue
    for (const joined of [`${first} et ${relative}`, `${first} & ${relative}`]) {
      const hit = hitIn(text, joined)
      if (hit) return { start: hit.start, end: hit.start + first.length }
    }
  }
  return null
}

/** The first place where each person is named, in reading order; a longer name wins over one inside it. */
function hitsIn(pieces: readonly (string | null)[], people: readonly PersonLink[]): Hit[] {
  const texts = pieces.map((piece) => folded(piece ?? ''))
  const names = people.map(({ name }) => folded(name))
  const hits = people.flatMap((person): Hit[] => {
    const name = folded(person.name)
    // A first name alone may be anybody's.
    if (!name.includes(' ')) return []
    for (const [piece, text] of texts.entries()) {
      const hit = hitIn(text, name) ?? hitBeforeRelative(text, name, names)
      if (hit) return [{ person, piece, ...hit }]
    }
    return []
  })
  const inOrder = hits.toSorted((a, b) => a.piece - b.piece || a.start - b.start || b.end - a.end)
  const kept: Hit[] = []
  for (const hit of inOrder) {
    const last = kept.at(-1)
    if (last?.piece !== hit.piece || last.end <= hit.start) kept.push(hit)
  }
  return kept
}

/** Each piece of a line cut at the names that it holds; a piece that is null is left alone, and gives nothing. */
export function splitAtNames(
  pieces: readonly (string | null)[],
  people: readonly PersonLink[],
): NamedWords[][] {
  const byPiece = Map.groupBy(hitsIn(pieces, people), ({ piece }) => piece)
  return pieces.map((text, index) => {
    if (text === null) return []
    const cut: NamedWords[] = []
    let from = 0
    for (const { person, start, end } of byPiece.get(index) ?? []) {
      cut.push({ words: text.slice(from, start), person: null }, { words: text.slice(start, end), person })
      from = end
    }
    cut.push({ words: text.slice(from), person: null })
    return cut.filter(({ words }) => words !== '')
  })
}

/** The same for a line of plain words. */
export function splitTextAtNames(text: string, people: readonly PersonLink[]): NamedWords[] {
  return splitAtNames([text], people)[0] ?? []
}
