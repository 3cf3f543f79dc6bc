import type { Person } from 'schema-dts'
import type { ArticleCredit, PersonLink } from '../../lib/articles/types.ts'
import type { Role } from '../../lib/document/types.ts'
import { addressOf, personId, publisherId } from './graph.ts'

/** A person, by the address of their page. */
export function person({ slug, name }: PersonLink, siteUrl: string): Person {
  const url = addressOf(siteUrl, `/personne/${slug}/`)
  return { '@type': 'Person', '@id': personId(siteUrl, slug), name, url }
}

/** What schema.org has no property for is a contribution, with the name of the role. */
const CONTRIBUTIONS: Partial<Record<Role, string>> = {
  introduction: 'introduction',
  interviewer: 'propos recueillis',
  image: 'images',
  camera: 'tournage',
  sound: 'son',
  proofreading: 'relecture',
}

/** Who made an article, and who it is about: an interview is about whoever speaks. */
export function creditProperties(credits: readonly ArticleCredit[], siteUrl: string) {
  const withRole = (...roles: Role[]) =>
    credits.filter(({ role }) => roles.includes(role)).map((credit) => person(credit.person, siteUrl))
  const signed = withRole('author', 'with')
  const authors = signed.length > 0 ? signed : withRole('interviewer')
  const contributors = credits.flatMap(({ role, person: link }) => {
    const roleName = CONTRIBUTIONS[role]
    return roleName ? [{ '@type': 'Role' as const, roleName, contributor: person(link, siteUrl) }] : []
  })
  const [editor, translator, about] = [withRole('editing'), withRole('translation'), withRole('interviewee')]
  return {
    author: authors.length > 0 ? authors : { '@id': publisherId(siteUrl) },
    ...(contributors.length > 0 ? { contributor: contributors } : {}),
    ...(editor.length > 0 ? { editor } : {}),
    ...(translator.length > 0 ? { translator } : {}),
    ...(about.length > 0 ? { about } : {}),
  }
}
