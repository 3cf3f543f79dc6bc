import type { Database } from '../db.ts'
import { partsOf } from '../routes.ts'
import { sanitizeTitle } from '../wordpress/sanitize-title.ts'
import { editDistance } from './edit-distance.ts'
import { visible } from './queries.ts'

/** Letters of an address that are read; candidates compared; answers given. */
const LONGEST = 120
const CANDIDATES = 400
const MOST = 4

type Candidate = { path: string; slug: string; title: string }

/** Words long enough to tell articles apart, longest first. */
const wordsOf = (slug: string): string[] =>
  [...new Set(slug.split('-'))].filter((word) => word.length > 3).toSorted((a, b) => b.length - a.length)

/** From 0, the same, to 1, nothing in common: letters to change, and words that are missing. */
function distance(asked: string, { slug }: Candidate): number {
  const length = Math.max(asked.length, slug.length)
  const letters = editDistance(asked, slug.slice(0, LONGEST), Math.ceil(length * 0.4)) / length
  const words = wordsOf(asked)
  const missing = words.filter((word) => !slug.includes(word)).length / Math.max(1, words.length)
  return Math.min(letters, 0.1 + missing)
}

/** The published articles whose address looks like `path`, likeliest first: what a reader who mistyped it meant. */
export async function nearestArticles(
  database: Database,
  path: string,
  now: Date,
): Promise<{ path: string; title: string }[]> {
  const asked = sanitizeTitle(partsOf(path).at(-1) ?? '').slice(0, LONGEST)
  if (asked.length < 3) return []
  const words = wordsOf(asked).slice(0, 3)
  const candidates = await database.article.findMany({
    where: {
      ...visible(now),
      OR: [
        { slug: { startsWith: asked.slice(0, 3) } },
        ...words.map((word) => ({ slug: { contains: word } })),
      ],
    },
    orderBy: { publishedAt: 'desc' },
    take: CANDIDATES,
    select: { path: true, slug: true, title: true },
  })
  return candidates
    .map((candidate) => ({ candidate, far: distance(asked, candidate) }))
    .filter(({ far }) => far <= 0.4)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ candidate: { path: to, title } }) => ({ path: to, title }))
}
