import type { SiteLinks } from '../../lib/articles/types.ts'
import { indexes } from './indexes.ts'
import { SearchForm } from './SearchForm.tsx'

function MenuList({ title, links }: { title: string; links: readonly { path: string; name: string }[] }) {
  if (links.length === 0) return null
  return (
    <div>
      <p className="menu-title">{title}</p>
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

/** All that the magazine holds, folded: opened and left by the keyboard, without a script. */
export function SiteMenu({ links: { sections, pages } }: { links: SiteLinks }) {
  return (
    <details className="site-menu">
      <summary>Menu</summary>
      <nav className="menu-panel" aria-label="Menu">
        <SearchForm id="menu-recherche" />
        <div className="menu-lists">
          <MenuList title="Rubriques" links={sections} />
          <MenuList title="Parcourir" links={indexes} />
          <MenuList title="La revue" links={pages} />
        </div>
      </nav>
    </details>
  )
}
