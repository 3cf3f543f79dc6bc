import type { TermLink } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'

/** The foot of every page: the sections again, and the way back to the top. */
export function SiteFooter({ sections }: { sections: readonly TermLink[] }) {
  const links = [{ path: '/', name: 'Accueil' }, ...sections, { path: '#top', name: 'Haut de page ↑' }]
  return (
    <footer className="site-footer bg-sheet">
      <div className="page-frame flex flex-col gap-8 py-14 lg:flex-row lg:items-end lg:justify-between">
        <div>
          <p className="masthead text-6xl">{site.name}</p>
          <p className="mt-2 text-muted italic">{site.tagline}</p>
        </div>
        <nav aria-label="Pied de page">
          <ul className="flex flex-wrap gap-x-6 gap-y-1 font-ui text-[0.9375rem]">
            {links.map(({ path, name }) => (
              <li key={path}>
                <a className="block py-1.5 hover:text-accent" href={path}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
