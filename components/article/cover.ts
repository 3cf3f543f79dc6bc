import type { ArticlePage, Picture } from '../../lib/articles/types.ts'

/** The cover that opens the page; null when the text shows the same picture, with its caption. */
export const coverShown = ({ cover, pictures }: ArticlePage): Picture | null =>
  cover && !pictures[cover.id] ? cover : null
