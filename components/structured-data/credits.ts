import type { Organization, Person } from 'schema-dts'
import type { ArticleCredit, NamedPerson, PersonLink } from '../../lib/articles/types.ts'
import type { Role } from '../../lib/document/types.ts'
import { signersOf } from '../../lib/metadata/signers.ts'
import { addressOf, personId, publisherId } from './graph.ts'

const linked = ({ slug, name }: PersonLink, siteUrl: string) => ({
  '@id': personId(siteUrl, slug),
  name,
  url: addressOf(siteUrl, `/personne/${slug}/`),
})

/** A person, by the address of their page. */
export const person = (link: PersonLink, siteUrl: string): Person => ({
  '@type': 'Person',
  ...linked(link, siteUrl),
})

const named = (link: NamedPerson, siteUrl: string): Person | Organization =>
  link.kind === 'person' ? person(link, siteUrl) : { '@type': 'Organization', ...linked(link, siteUrl) }

/** What schema.org has no property for is a contribution, with the name of the role. */
const CONTRIBUTIONS: Partial<Record<Role, string>> = {
  introduction: 'introduction',
  interviewer: 'propos recueillis',
  image: 'images',
  camera: 'tournage',
  sound: 'son',
  proofreading: 'relecture',
}

/** Who made an article. */
export function creditProperties(credits: readonly ArticleCredit[], siteUrl: string) {
  const withRole = (...roles: Role[]) =>
    credits.filter(({ role }) => roles.includes(role)).map((credit) => person(credit.person, siteUrl))
  const authors = signersOf(credits).map((link) => person(link, siteUrl))
  const contributors = credits.flatMap(({ role, person: link }) => {
    const roleName = CONTRIBUTIONS[role]
    return roleName ? [{ '@type': 'Role' as const, roleName, contributor: person(link, siteUrl) }] : []
  })
  const [editor, translator] = [withRole('editing'), withRole('translation')]
  return {
    author: authors.length > 0 ? authors : { '@id': publisherId(siteUrl) },
    ...(contributors.length > 0 ? { contributor: contributors } : {}),
    ...(editor.length > 0 ? { editor } : {}),
    ...(translator.length > 0 ? { translator } : {}),
  }
}

/**
 * Who an article is about, and whom else it names: an interview is about whoever speaks, any article about whom its
 * title names. Only those whom an editor accepted, or nobody has yet refused, are in `people`.
 */
export function subjects(credits: readonly ArticleCredit[], people: readonly NamedPerson[], siteUrl: string) {
  const speakers = credits.filter(({ role }) => role === 'interviewee').map((credit) => credit.person)
  const credited = new Set(credits.map(({ person: { slug } }) => slug))
  const others = people.filter(({ slug }) => !credited.has(slug))
  const inTitle = others.filter(({ isInTitle }) => isInTitle)
  return {
    about: [...speakers.map((link) => person(link, siteUrl)), ...inTitle.map((one) => named(one, siteUrl))],
    mentions: others.filter(({ isInTitle }) => !isInTitle).map((one) => named(one, siteUrl)),
  }
}
