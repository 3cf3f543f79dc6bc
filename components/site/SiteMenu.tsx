import type { SiteLinks } from '../../lib/articles/types.ts'
import { indexes } from './indexes.ts'
import { LinkList } from './LinkList.tsx'
import { SearchForm } from './SearchForm.tsx'

/** All that the magazine holds, folded: opened and left by the keyboard, without a script. */
export function SiteMenu({ links: { sections, pages } }: { links: SiteLinks }) {
  return (
    <details className="site-menu">
      <summary>Menu</summary>
      <nav className="menu-panel" aria-label="Menu">
        <SearchForm id="menu-recherche" />
        <div className="menu-lists">
          <LinkList title="Rubriques" links={sections} />
          <LinkList title="Parcourir" links={indexes} />
          <LinkList title="La revue" links={pages} />
        </div>
      </nav>
    </details>
  )
}
