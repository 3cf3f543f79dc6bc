import type { ReactNode } from 'react'
import type { TermLink } from '../../lib/articles/types.ts'
import { Script } from './Script.tsx'
import { SiteFooter } from './SiteFooter.tsx'
import { SiteHeader } from './SiteHeader.tsx'
import { SkipLink } from './SkipLink.tsx'

type Props = { sections: readonly TermLink[]; children: ReactNode }

/** What surrounds every page: skip link, header, main landmark, footer. */
export function PageShell({ sections, children }: Props) {
  return (
    <body>
      <Script name="preferences" isBlocking />
      <SkipLink />
      <SiteHeader sections={sections} />
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter sections={sections} />
    </body>
  )
}
