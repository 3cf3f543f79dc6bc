import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { PageShell } from '../../components/site/PageShell.tsx'
import { getSiteLinks } from '../../lib/articles/read.ts'
import { siteUrl } from '../../lib/env.ts'
import { site } from '../../lib/site.ts'
import { fontVariables } from '../fonts.ts'
import '../globals.css'

/** Every reading page is whole before it is asked for: real 404 and redirects, one render for many readers. */
export const ensureStatic = 'navigation'

export const metadata: Metadata = {
  metadataBase: new URL(siteUrl),
  title: { default: `${site.name} — ${site.tagline}`, template: `%s — ${site.name}` },
  description: site.tagline,
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf6ec' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

export default async function MagazineLayout({ children }: { children: ReactNode }) {
  const links = await getSiteLinks()
  return (
    <html lang={site.language} className={fontVariables} suppressHydrationWarning>
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={site.name}
        href="/api/opensearch/"
      />
      <PageShell links={links}>{children}</PageShell>
    </html>
  )
}
