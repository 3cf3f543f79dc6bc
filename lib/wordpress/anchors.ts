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
  /** The first of the source's ids that is a valid anchor, else an ASCII form of an id or of the words; numbered when taken. */
  take: (ids: readonly string[], words: readonly string[]) => string
  /** True when the id was free and may be a former id of a section; it is taken then. */
  takeAlias: (id: string) => boolean
}

/** Opens the book; `used` are ids that other nodes of the document hold already. */
export function anchorBook(used: Iterable<string>): AnchorBook {
  const taken = new Set(used)
  const lastNumber = new Map<string, number>()
  const free = (id: string) => isAnchor(id) && !taken.has(id)
  const named = (text: string) => {
    const id = asciiId(text)
    return id === '' || isAnchor(id) ? id : `section-${id}`
  }
  return {
    take(ids, words) {
      const own = ids.find(free)
      if (own !== undefined) {
        taken.add(own)
        return own
      }
      const wishes = [...ids.filter(isAnchor), ...ids.map(named), ...words.map(named)].filter(
        (id) => id !== '',
      )
      const base = wishes[0] ?? 'section'
      let id = wishes.find(free) ?? base
      for (let number = lastNumber.get(base) ?? 2; !free(id); number++) {
        id = `${base}-${number}`
        lastNumber.set(base, number + 1)
      }
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
