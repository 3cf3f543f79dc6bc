import type { PersonKind, TermType } from '../generated/prisma/client.ts'
import type { ArticleKind } from './wordpress/draft.ts'

/** The magazine's identity: the one place to make it yours. */
export const site = {
  name: 'Copeaux',
  tagline: 'La revue de celles et ceux qui font la Sorvanne',
  language: 'fr',
  timeZone: 'Europe/Paris',
  pageSize: 10,
  /** The magazine's account on the Fediverse, `@nom@serveur`, that a shared article names; '' for none */
  fediverse: '@copeaux@social.copeaux.example',
  /** The path of the page that says how the magazine works; '' for none */
  principles: '/nos-principes/',
  /** French spaces, quotation marks, ordinals … put where text is shown; stored text keeps its own. */
  frenchTypography: true,
} as const

/** The kicker shown above a title, by kind of article. */
export const kindLabels: Record<ArticleKind, string> = {
  interview: 'Entretien',
  report: 'Reportage',
  focus: 'Focus',
  'write-up': 'Compte-rendu',
}

/** What stands above the name of a list of articles, by what they have in common. */
export const termLabels: Record<TermType, string> = {
  category: 'Rubrique',
  tag: 'Étiquette',
  series: 'Dossier',
}

/** The same for somebody, or an organisation. */
export const personLabels: Record<PersonKind, string> = { person: 'Personne', organisation: 'Organisation' }
