import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SeriesView } from '../../../../components/archive/SeriesView.tsx'
import { getSeries } from '../../../../lib/articles/series.ts'
import { decodePart } from '../../../../lib/routes.ts'

type Props = { params: Promise<{ slug: string }> }

/** Series are made when first asked for; Next wants one address at least, which no series has. */
export const generateStaticParams = () => [{ slug: 'aucun-dossier' }]

const load = async ({ params }: Props) => getSeries(decodePart((await params).slug))

export async function generateMetadata(props: Props): Promise<Metadata> {
  const series = await load(props)
  if (!series) return {}
  const { name, description, path } = series.term
  return {
    title: `Dossier : ${name}`,
    description: description || undefined,
    alternates: { canonical: path },
  }
}

export default async function SeriesRoute(props: Props) {
  const series = await load(props)
  return series ? <SeriesView series={series} /> : notFound()
}
