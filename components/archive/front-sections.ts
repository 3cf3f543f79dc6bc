import type { Home } from '../../lib/articles/types.ts'

/** Sections shown at length; a front page of twenty would have no end. */
const MOST = 6
/** Fewer articles than this do not fill a line. */
const FEWEST = 2

/**
 * The sections of the front page: those last written in at length, with their articles; the others by name. Both in
 * the order given.
 */
export function frontSections(sections: Home['sections']) {
  const fresh = sections
    .filter(({ articles }) => articles.length >= FEWEST)
    .toSorted((a, b) => (b.articles[0]?.publishedAt ?? '').localeCompare(a.articles[0]?.publishedAt ?? ''))
    .slice(0, MOST)
  return {
    shown: sections.filter((section) => fresh.includes(section)),
    named: sections.filter((section) => !fresh.includes(section)).map(({ section }) => section),
  }
}
