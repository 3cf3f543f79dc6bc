import type { Metadata } from 'next'
import { FrontPage } from '../../components/archive/FrontPage.tsx'
import { getHome } from '../../lib/articles/read.ts'
import { Revision } from './Revision.tsx'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function HomePage() {
  const home = await getHome()
  return (
    <>
      <Revision of={home} />
      <FrontPage home={home} />
    </>
  )
}
