import type { Hit } from './engine.ts'
import { UNITS } from './units.ts'

/** An article that answers: its best unit, and the best of its sections, if one does. */
export type RankedArticle = {
  articleId: number
  score: number
  section: { place: number; score: number } | null
}

const articleOf = (id: number): number => Math.floor(id / UNITS)

/** The best units of each article, best first. */
export function bestUnits(hits: readonly Hit[]): RankedArticle[] {
  const best = new Map<number, RankedArticle>()
  for (const { id, score } of hits) {
    const articleId = articleOf(id)
    const place = id % UNITS
    const known = best.get(articleId) ?? { articleId, score, section: null }
    const isBetter = place > 0 && score > (known.section?.score ?? Number.NEGATIVE_INFINITY)
    best.set(articleId, {
      articleId,
      score: Math.max(score, known.score),
      section: isBetter ? { place, score } : known.section,
    })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/**
 * Where an answer lands: on the section, unless the words are the title's own or the section hardly speaks of them. A
 * standfirst announces; the section answers.
 */
export function landing({ score, section }: RankedArticle, isInTitle: boolean): number {
  return section && !isInTitle && section.score >= 0.2 * score ? section.place : 0
}

type Held = { lists: Set<number>; units: Map<number, number> }

/** What each article holds of several words, in whatever unit: of which lists, and how much a unit weighs. */
function heldBy(lists: readonly (readonly Hit[])[]): Held[] {
  const total = new Map<number, Held>()
  for (const [index, hits] of lists.entries()) {
    for (const { id, score } of hits) {
      const known = total.get(articleOf(id)) ?? { lists: new Set(), units: new Map() }
      known.lists.add(index)
      known.units.set(id, (known.units.get(id) ?? 0) + score)
      total.set(articleOf(id), known)
    }
  }
  return [...total.values()]
}

/** Articles that hold each of several words; they land where the words weigh most. */
export function inAll(lists: readonly (readonly Hit[])[]): RankedArticle[] {
  const whole = heldBy(lists).filter((found) => found.lists.size === lists.length)
  return bestUnits(whole.flatMap(({ units }) => [...units].map(([id, score]) => ({ id, score }))))
}

/** A word says the more the fewer hold it. */
const byRarity = (hits: readonly Hit[]): Hit[] =>
  hits.map(({ id, score }) => ({ id, score: score / Math.log2(8 + hits.length) }))

/** Articles that hold some of several words: those that hold more of them first. */
export function inMost(lists: readonly (readonly Hit[])[]): RankedArticle[] {
  const found = heldBy(lists.map(byRarity))
  const scored = found.flatMap(({ lists: held, units }) =>
    [...units].map(([id, score]) => ({ id, score: held.size * held.size * score })),
  )
  return bestUnits(scored)
}

const YEAR = 365.25 * 24 * 3600 * 1000

/** The newer of two equal answers comes first: at most a sixth more for one of today. */
export function withFreshness(score: number, publishedAt: Date | null, now: Date): number {
  const age = publishedAt ? Math.max(0, now.getTime() - publishedAt.getTime()) / YEAR : 20
  return score * (1 + 0.15 * Math.exp(-age / 3))
}
