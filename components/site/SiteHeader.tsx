import type { TermLink } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'

/** The name of the magazine and its sections, at the top of every page. */
export function SiteHeader({ sections }: { sections: readonly TermLink[] }) {
  return (
    <header className="site-header">
      <p className="masthead">
        <a href="/" aria-label={`${site.name}, accueil`}>
          {site.name}
        </a>
      </p>
      <p className="tagline">{site.tagline}</p>
      {sections.length > 0 && (
        <nav aria-label="Rubriques">
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
