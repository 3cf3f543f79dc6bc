import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { SeriesView } from '../../../../components/archive/SeriesView.tsx'
import { termPreview } from '../../../../components/preview/page-preview.ts'
import { archiveGraph } from '../../../../components/structured-data/archive.ts'
import { StructuredData } from '../../../../components/structured-data/StructuredData.tsx'
import { getRedirect } from '../../../../lib/articles/read.ts'
import { getSeries } from '../../../../lib/articles/series.ts'
import { siteUrl } from '../../../../lib/env.ts'
import { listDescription } from '../../../../lib/metadata/description.ts'
import { pageMetadata } from '../../../../lib/metadata/page-metadata.ts'
import { decodePart, encodePath, seriesPath } from '../../../../lib/routes.ts'
import { termLabels } from '../../../../lib/site.ts'
import { Revision } from '../../Revision.tsx'

type Props = { params: Promise<{ slug: string }> }

/** Series are made when first asked for; Next wants one address at least, which no series has. */
export const generateStaticParams = () => [{ slug: 'aucun-dossier' }]

/** An article that WordPress had below `/dossier/` stands elsewhere. */
async function load({ params }: Props) {
  const slug = decodePart((await params).slug)
  const series = await getSeries(slug)
  const target = series ? null : await getRedirect(seriesPath(slug))
  return target ? permanentRedirect(encodePath(target)) : series
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const series = await load(props)
  if (!series) return {}
  const { name, description, path } = series.term
  return pageMetadata({
    title: `${termLabels.series} : ${name}`,
    description: listDescription(
      name,
      description,
      series.articles.map(({ title }) => title),
    ),
    path,
    feedOf: path,
    preview: termPreview('series', series.term),
  })
}

export default async function SeriesRoute(props: Props) {
  const series = await load(props)
  if (!series) notFound()
  return (
    <>
      <Revision of={series} />
      <StructuredData graph={archiveGraph({ ...series, page: 1 }, siteUrl)} />
      <SeriesView series={series} />
    </>
  )
}
