import { encodePath } from '../../lib/routes.ts'
import type { NamedPage } from '../../lib/search/types.ts'
import { typeset } from '../../lib/typography.ts'
import { roleNames } from '../people/roles.ts'

function factsOf({ roles, count }: NamedPage): string {
  const articles = count > 1 ? `${count.toLocaleString('fr-FR')} articles` : `${count} article`
  return [...roleNames(roles), articles].join(' · ')
}

/** Pages that the search names, above the answers: somebody, a series, a section. */
export function NamedPages({ pages }: { pages: readonly NamedPage[] }) {
  if (pages.length === 0) return null
  return (
    <ul className="search-pages" aria-label="Pages à ce nom">
      {pages.map((page) => (
        <li key={page.path}>
          <p className="kicker">{page.label}</p>
          <p>
            <a href={encodePath(page.path)}>{typeset(page.name)}</a>
          </p>
          <p className="search-pages-facts">{factsOf(page)}</p>
        </li>
      ))}
    </ul>
  )
}
