import type { ReactNode } from 'react'
import type { SiteLinks } from '../../lib/articles/types.ts'
import { Script } from './Script.tsx'
import { SiteFooter } from './SiteFooter.tsx'
import { SiteHeader } from './SiteHeader.tsx'
import { SkipLink } from './SkipLink.tsx'

type Props = { links: SiteLinks; children: ReactNode }

/** What surrounds every page: skip link, header, main landmark, footer. */
export function PageShell({ links, children }: Props) {
  return (
    <body>
      <Script name="preferences" isBlocking />
      <SkipLink />
      <SiteHeader links={links} />
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter links={links} />
    </body>
  )
}
