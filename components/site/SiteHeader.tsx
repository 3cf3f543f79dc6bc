import type { SiteLinks } from '../../lib/articles/types.ts'
import { searchPath } from '../../lib/routes.ts'
import { site } from '../../lib/site.ts'
import { ReadingControls } from './ReadingControls.tsx'
import { SiteMenu } from './SiteMenu.tsx'

/** The name of the magazine, its sections, its search and its menu, at the top of every page. */
export function SiteHeader({ links }: { links: SiteLinks }) {
  const { sections } = links
  return (
    <header className="site-header page-frame">
      <div className="masthead-line">
        <p className="masthead">
          <a href="/" aria-label={`${site.name}, accueil`}>
            {site.name}
          </a>
        </p>
        <p className="tagline">{site.tagline}</p>
        <ReadingControls />
      </div>
      <div className="section-bar">
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
        <a className="search-link" href={searchPath}>
          Recherche
        </a>
        <SiteMenu links={links} />
      </div>
    </header>
  )
}
