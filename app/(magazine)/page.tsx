import type { Metadata } from 'next'
import { FrontPage } from '../../components/archive/FrontPage.tsx'
import { getHome } from '../../lib/articles/read.ts'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function HomePage() {
  return <FrontPage home={await getHome()} />
}
