import type { Home } from '../../lib/articles/types.ts'

/** Sections shown at length; a front page of twenty would have no end. */
const MOST = 6
/** Articles of a line: fewer than the first do not fill one. */
const FEWEST = 2
const LINE = 4

/**
 * The sections of the front page: those last written in at length, each with a line of articles that no other shows;
 * the others by name. Both in the order given.
 */
export function frontSections(sections: Home['sections']) {
  const lines = new Map<string, Home['sections'][number]['articles']>()
  const seen = new Set<number>()
  const freshest = sections.toSorted((a, b) =>
    (b.articles[0]?.publishedAt ?? '').localeCompare(a.articles[0]?.publishedAt ?? ''),
  )
  for (const { section, articles } of freshest) {
    const line = articles.filter(({ id }) => !seen.has(id)).slice(0, LINE)
    if (line.length < FEWEST || lines.size === MOST) continue
    lines.set(section.path, line)
    for (const { id } of line) seen.add(id)
  }
  return {
    shown: sections.flatMap(({ section }) => {
      const articles = lines.get(section.path)
      return articles ? [{ section, articles }] : []
    }),
    named: sections.filter(({ section }) => !lines.has(section.path)).map(({ section }) => section),
  }
}
