import type { Metadata } from 'next'
import { NotFoundView } from '../components/site/NotFoundView.tsx'
import { PageShell } from '../components/site/PageShell.tsx'
import { site } from '../lib/site.ts'
import { fontVariables } from './fonts.ts'
import './globals.css'

export const metadata: Metadata = { title: `Page introuvable — ${site.name}` }

/**
 * The 404 page as HTML. Where a page calls `notFound()`, Next answers with an empty document that its client runtime
 * would fill (vercel/next.js #62228); the cache handler puts this one in its place. It shows no data, so it never ages.
 */
export default function GlobalNotFound() {
  return (
    <html lang={site.language} className={fontVariables} suppressHydrationWarning>
      <PageShell links={{ sections: [], pages: [] }}>
        <NotFoundView />
      </PageShell>
    </html>
  )
}
