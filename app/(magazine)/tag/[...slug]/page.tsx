import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArchiveView } from '../../../../components/archive/ArchiveView.tsx'
import { archiveGraph } from '../../../../components/structured-data/archive.ts'
import { StructuredData } from '../../../../components/structured-data/StructuredData.tsx'
import { getTagArchive } from '../../../../lib/articles/read.ts'
import { siteUrl } from '../../../../lib/env.ts'
import { archiveMetadata, atItsPage, readArchiveAddress } from '../../archive.ts'
import { Revision } from '../../Revision.tsx'

type Props = { params: Promise<{ slug: string[] }> }

/** Archives are made when first asked for; Next wants one address at least, which no term has. */
export const generateStaticParams = () => [{ slug: ['aucun-terme'] }]

async function load({ params }: Props) {
  const { slug, page } = readArchiveAddress('tag', (await params).slug)
  return atItsPage(await getTagArchive(slug, page), page)
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return archiveMetadata(await load(props))
}

export default async function TagRoute(props: Props) {
  const archive = await load(props)
  if (!archive) notFound()
  return (
    <>
      <Revision of={archive} />
      <StructuredData graph={archiveGraph(archive, siteUrl)} />
      <ArchiveView archive={archive} label="Étiquette" />
    </>
  )
}
