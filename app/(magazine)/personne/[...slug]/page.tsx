import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { archivePagePath, parseArchiveAddress } from '../../../../components/archive/archive-address.ts'
import { PersonView } from '../../../../components/people/PersonView.tsx'
import { personPreview } from '../../../../components/preview/page-preview.ts'
import { profileGraph } from '../../../../components/structured-data/archive.ts'
import { StructuredData } from '../../../../components/structured-data/StructuredData.tsx'
import { isWorthFinding } from '../../../../lib/articles/person-pieces.ts'
import { getRedirect } from '../../../../lib/articles/read.ts'
import { getPerson } from '../../../../lib/articles/read-people.ts'
import { siteUrl } from '../../../../lib/env.ts'
import { listDescription } from '../../../../lib/metadata/description.ts'
import { pageMetadata } from '../../../../lib/metadata/page-metadata.ts'
import { decodePart, encodePath, pathOf, personPath } from '../../../../lib/routes.ts'
import { Revision } from '../../Revision.tsx'

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
  const { name, bio, page, slug, pieces } = person
  const path = personPath(slug)
  return pageMetadata({
    title: page === 1 ? name : `${name}, page ${page}`,
    description: listDescription(
      name,
      bio,
      pieces.map(({ article }) => article.title),
    ),
    path: archivePagePath(path, page),
    feedOf: path,
    noindex: !isWorthFinding(person),
    preview: personPreview(person),
  })
}

export default async function PersonRoute(props: Props) {
  const person = await load(props)
  if (!person) notFound()
  const facts = {
    ...person,
    portrait: person.portrait?.src ?? null,
    paths: person.pieces.map(({ article }) => article.path),
  }
  return (
    <>
      <Revision of={person} />
      <StructuredData graph={profileGraph(facts, siteUrl)} />
      <PersonView person={person} />
    </>
  )
}
