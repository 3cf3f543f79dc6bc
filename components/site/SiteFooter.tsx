import type { SiteLinks } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'
import { indexes } from './indexes.ts'

type Link = { path: string; name: string }

const follow: readonly Link[] = [
  { path: '/feed/', name: 'Flux RSS' },
  { path: '#top', name: 'Haut de page' },
]

function FooterList({ title, links }: { title: string; links: readonly Link[] }) {
  if (links.length === 0) return null
  return (
    <div>
      <h2 className="menu-title">{title}</h2>
      <ul>
        {links.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The foot of every page: all the ways into the magazine, and the way back to the top. */
export function SiteFooter({ links: { sections, pages } }: { links: SiteLinks }) {
  return (
    <footer className="site-footer">
      <div className="page-frame footer-frame">
        <div>
          <p className="masthead">
            <a href="/" aria-label={`${site.name}, retour à l’accueil`}>
              {site.name}
            </a>
          </p>
          <p className="tagline">{site.tagline}</p>
        </div>
        <nav className="footer-lists" aria-label="Pied de page">
          <FooterList title="Rubriques" links={sections} />
          <FooterList title="Parcourir" links={indexes} />
          <FooterList title="La revue" links={[...pages, ...follow]} />
        </nav>
      </div>
    </footer>
  )
}
