import { isAlias, isAnchor } from '../document/validate.ts'
import { sanitizeTitle } from './sanitize-title.ts'

const MAX_LENGTH = 60

/** An ASCII id made of a text: lower case, words parted by hyphens, cut between words; '' when nothing is left. */
export function asciiId(text: string): string {
  const parted = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2').replace(/['’]/gu, '-')
  const slug = sanitizeTitle(parted)
    .replace(/%[0-9a-f]{2}/giu, '')
    .replace(/[^a-z0-9_-]/gu, '')
    .replace(/-{2,}/gu, '-')
  if (slug.length <= MAX_LENGTH) return slug.replace(/^-+|-+$/gu, '')
  const cut = slug.slice(0, MAX_LENGTH + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20)).replace(/^-+|-+$/gu, '')
}

/** How two spellings of an id compare: percent-encoding, case and accents apart. */
export function idKey(id: string): string {
  let decoded = id
  try {
    decoded = decodeURIComponent(id)
  } catch {
    // A stray % is part of the id.
  }
  return decoded.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Ids given so far in one document; `take` gives none twice. */
export type AnchorBook = {
  /** A valid anchor made of the first usable wish, numbered when it is taken. */
  take: (wishes: readonly string[]) => string
  /** True when the id was free and may be a former id of a section; it is taken then. */
  takeAlias: (id: string) => boolean
}

/** Opens the book; `used` are ids that other nodes of the document hold already. */
export function anchorBook(used: Iterable<string>): AnchorBook {
  const taken = new Set(used)
  const free = (id: string) => isAnchor(id) && !taken.has(id)
  const wished = (wish: string) => {
    if (isAnchor(wish)) return wish
    const id = asciiId(wish)
    return id === '' || isAnchor(id) ? id : `section-${id}`
  }
  return {
    take(wishes) {
      const bases = [...wishes.map(wished).filter((id) => id !== ''), 'section']
      const base = bases[0] ?? 'section'
      let id = bases.find((candidate) => candidate !== 'section' && free(candidate)) ?? base
      for (let number = 2; !free(id); number++) id = `${base}-${number}`
      taken.add(id)
      return id
    },
    takeAlias(id) {
      if (!isAlias(id) || taken.has(id)) return false
      taken.add(id)
      return true
    },
  }
}
