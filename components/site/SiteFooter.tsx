import type { TermLink } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'

/** The foot of every page: the sections again, and the way back to the top. */
export function SiteFooter({ sections }: { sections: readonly TermLink[] }) {
  const links = [{ path: '/', name: 'Accueil' }, ...sections, { path: '#top', name: 'Haut de page ↑' }]
  return (
    <footer className="site-footer bg-sheet">
      <div className="page-frame flex flex-col gap-8 py-14 lg:flex-row lg:justify-between lg:gap-16">
        <div className="lg:w-80 lg:flex-none">
          <p className="masthead text-[min(3.75rem,16vw)]">{site.name}</p>
          <p className="tagline mt-2">{site.tagline}</p>
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
