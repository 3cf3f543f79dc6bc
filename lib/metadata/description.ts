import type { ArticlePage } from '../articles/types.ts'
import { shorten } from '../document/text.ts'

/** What search engines show below a title; more is cut by them, in the middle of a word. */
const LIMIT = 160

/** What is said of an article where its page is announced: in whole words, from what an editor wrote for it or the standfirst. */
export const descriptionOf = ({ seo, standfirst }: Pick<ArticlePage, 'seo' | 'standfirst'>): string =>
  shorten(seo.seoDescription ?? standfirst, LIMIT)

/** The same for a list: what an editor wrote of it, or its newest titles, behind its name where they do not begin with it. */
export function listDescription(name: string, description: string, titles: readonly string[]): string {
  const newest = titles.slice(0, 3).join(' · ')
  return shorten(description || (newest.startsWith(name) ? newest : `${name} : ${newest}`), LIMIT)
}
