import type { ArticleCredit, PersonLink } from '../articles/types.ts'

/** Who signs an article where it is announced: its authors, else whoever asked the questions. Each once. */
export function signersOf(credits: readonly ArticleCredit[]): PersonLink[] {
  const ofRole = (...roles: ArticleCredit['role'][]) => credits.filter(({ role }) => roles.includes(role))
  const authors = ofRole('author', 'with')
  const signed = authors.length > 0 ? authors : ofRole('interviewer')
  return [...new Map(signed.map(({ person }) => [person.slug, person])).values()]
}
