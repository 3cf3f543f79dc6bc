import type { Metadata } from 'next'
import { SearchView } from '../../../../components/search/SearchView.tsx'
import { searchPath } from '../../../../lib/routes.ts'
import { readSegment } from '../../../../lib/search/address.ts'
import { getSearch } from '../../../../lib/search/read.ts'

type Props = { params: Promise<{ query?: string[] }> }

/** The page before anything is asked; `proxy.ts` turns a query into a part of the path. */
export function generateStaticParams() {
  return [{ query: [] }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { text } = readSegment((await params).query?.[0])
  return {
    title: text === '' ? 'Recherche' : `${text} : recherche`,
    robots: { index: false },
    alternates: { canonical: searchPath },
  }
}

export default async function SearchRoute({ params }: Props) {
  const [segment] = (await params).query ?? []
  return <SearchView address={readSegment(segment)} result={await getSearch(segment)} />
}
