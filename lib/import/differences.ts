import type { Article } from '../../generated/prisma/client.ts'
import type { ArticleInput } from '../articles/save.ts'

const NAMES = {
  path: 'adresse',
  title: 'titre',
  standfirst: 'chapô',
  status: 'statut',
  coverId: 'image de tête',
  document: 'texte',
} as const

/** What an editor would find different in WordPress's version of an article that was edited here, in French. */
export function differences(here: Pick<Article, keyof typeof NAMES>, there: ArticleInput): string[] {
  const one = new Map(Object.entries(here))
  const other = new Map(Object.entries(there))
  return Object.entries(NAMES)
    .filter(([key]) => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)))
    .map(([, name]) => name)
}
