import type { Metadata } from 'next'
import { FrontPage } from '../../components/archive/FrontPage.tsx'
import { StructuredData } from '../../components/structured-data/StructuredData.tsx'
import { homeGraph } from '../../components/structured-data/site.ts'
import { getHome } from '../../lib/articles/read.ts'
import { siteUrl } from '../../lib/env.ts'
import { pageMetadata } from '../../lib/metadata/page-metadata.ts'
import { site } from '../../lib/site.ts'
import { Revision } from './Revision.tsx'

export const metadata: Metadata = pageMetadata({
  title: null,
  description: site.tagline,
  path: '/',
  feedOf: '/',
})

export default async function HomePage() {
  const home = await getHome()
  return (
    <>
      <Revision of={home} />
      <StructuredData graph={homeGraph(siteUrl)} />
      <FrontPage home={home} />
    </>
  )
}
