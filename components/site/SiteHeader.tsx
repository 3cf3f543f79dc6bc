import type { TermLink } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'
import { ReadingControls } from './ReadingControls.tsx'

/** The name of the magazine and its sections, at the top of every page. */
export function SiteHeader({ sections }: { sections: readonly TermLink[] }) {
  return (
    <header className="site-header page-frame">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 pt-5 pb-3 lg:pt-8 lg:pb-4">
        <p className="masthead text-[min(max(2.75rem,2rem+3vw),4.5rem,20vw)]">
          <a href="/" aria-label={`${site.name}, accueil`}>
            {site.name}
          </a>
        </p>
        <p className="tagline">{site.tagline}</p>
        <ReadingControls />
      </div>
      {sections.length > 0 && (
        <nav className="section-nav" aria-label="Rubriques">
          <ul>
            {sections.map((section) => (
              <li key={section.path}>
                <a href={section.path}>{section.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  )
}
