import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { archivePagePath, parseArchiveAddress } from '../../../../components/archive/archive-address.ts'
import { PersonView } from '../../../../components/people/PersonView.tsx'
import { getRedirect } from '../../../../lib/articles/read.ts'
import { getPerson } from '../../../../lib/articles/read-people.ts'
import { decodePart, encodePath, pathOf, personPath } from '../../../../lib/routes.ts'

type Props = { params: Promise<{ slug: string[] }> }

/** Pages of people are made when first asked for; Next wants one address at least, which nobody has. */
export const generateStaticParams = () => [{ slug: ['personne-inconnue'] }]

async function load({ params }: Props) {
  const parts = (await params).slug
  const address = parseArchiveAddress(parts)
  const slug = decodePart(address?.slugs[0] ?? '')
  if (!address || address.slugs.length > 1) notFound()
  const path = personPath(slug)
  if (!address.isCanonical) permanentRedirect(encodePath(path))
  const person = await getPerson(slug, address.page)
  if (person && person.page !== address.page)
    permanentRedirect(encodePath(archivePagePath(path, person.page)))
  if (person) return person
  const target = await getRedirect(pathOf(['personne', ...parts]))
  return target ? permanentRedirect(encodePath(target)) : null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const person = await load(props)
  if (!person) return {}
  const { name, bio, page, slug } = person
  return {
    title: page === 1 ? name : `${name}, page ${page}`,
    description: bio || undefined,
    alternates: { canonical: archivePagePath(personPath(slug), page) },
  }
}

export default async function PersonRoute(props: Props) {
  const person = await load(props)
  return person ? <PersonView person={person} /> : notFound()
}
