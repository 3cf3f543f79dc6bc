import type { Hit } from './engine.ts'
import { UNITS } from './units.ts'

/** An article that answers, and its unit that answers best. */
export type RankedArticle = { articleId: number; place: number; score: number }

const articleOf = (id: number): number => Math.floor(id / UNITS)

/** The best unit of each article, best first. */
export function bestUnits(hits: readonly Hit[]): RankedArticle[] {
  const best = new Map<number, RankedArticle>()
  for (const { id, score } of hits) {
    const articleId = articleOf(id)
    const known = best.get(articleId)
    if (!known || score > known.score) best.set(articleId, { articleId, place: id % UNITS, score })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/** Articles that hold each of several words, in whatever unit; they land where the words weigh most. */
export function inAll(lists: readonly (readonly Hit[])[]): RankedArticle[] {
  const total = new Map<number, { lists: Set<number>; units: Map<number, number> }>()
  for (const [index, hits] of lists.entries()) {
    for (const { id, score } of hits) {
      const known = total.get(articleOf(id)) ?? { lists: new Set(), units: new Map() }
      known.lists.add(index)
      known.units.set(id, (known.units.get(id) ?? 0) + score)
      total.set(articleOf(id), known)
    }
  }
  const whole = [...total.values()].filter((found) => found.lists.size === lists.length)
  return bestUnits(whole.flatMap(({ units }) => [...units].map(([id, score]) => ({ id, score }))))
}

const YEAR = 365.25 * 24 * 3600 * 1000

/** The newer of two equal answers comes first: at most a sixth more for one of today. */
export function withFreshness(score: number, publishedAt: Date | null, now: Date): number {
  const age = publishedAt ? Math.max(0, now.getTime() - publishedAt.getTime()) / YEAR : 20
  return score * (1 + 0.15 * Math.exp(-age / 3))
}
