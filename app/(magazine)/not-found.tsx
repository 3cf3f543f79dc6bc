import type { Metadata } from 'next'
import { NotFoundView } from '../../components/site/NotFoundView.tsx'

export const metadata: Metadata = { title: 'Page introuvable' }

export default function NotFoundPage() {
  return <NotFoundView />
}
