import type { SiteLinks } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'
import { indexes } from './indexes.ts'
import { LinkList } from './LinkList.tsx'

const follow = [
  { path: '/feed/', name: 'Flux RSS' },
  { path: '#top', name: 'Haut de page' },
]

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
          <LinkList title="Rubriques" links={sections} />
          <LinkList title="Parcourir" links={indexes} />
          <LinkList title="La revue" links={[...pages, ...follow]} />
        </nav>
      </div>
    </footer>
  )
}
