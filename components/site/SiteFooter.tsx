import type { TermLink } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'

/** The foot of every page: the sections again, and the way back to the top. */
export function SiteFooter({ sections }: { sections: readonly TermLink[] }) {
  return (
    <footer className="site-footer">
      <p className="masthead" aria-hidden="true">
        {site.name}
      </p>
      <p className="tagline">{site.tagline}</p>
      <nav aria-label="Pied de page">
        <ul>
          <li>
            <a href="/">Accueil</a>
          </li>
          {sections.map((section) => (
            <li key={section.path}>
              <a href={section.path}>{section.name}</a>
            </li>
          ))}
          <li>
            <a href="#haut">Haut de page ↑</a>
          </li>
        </ul>
      </nav>
    </footer>
  )
}
