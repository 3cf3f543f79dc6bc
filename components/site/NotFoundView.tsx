import { SearchBox } from '../search/SearchBox.tsx'

const links = [
  { path: '/', name: 'La page d’accueil' },
  { path: '/#derniers', name: 'Les derniers articles' },
  { path: '/#rubriques', name: 'Les rubriques' },
  { path: '/#sujets', name: 'Les sujets' },
]

/**
 * What a wrong address shows. It reads nothing: Next renders it along with every page, whose cache tags would then
 * include those of what is read here.
 */
export function NotFoundView() {
  return (
    <div className="page-frame py-16 lg:py-28">
      <p className="kicker">Erreur 404</p>
      <h1 className="display-title mt-3">Cette page n’existe pas</h1>
      <p className="mt-6 max-w-2xl text-xl leading-normal">
        L’adresse a peut-être changé, ou l’article n’est plus en ligne. Voici par où reprendre votre lecture.
      </p>
      <div className="mt-8 max-w-2xl">
        <SearchBox />
      </div>
      <ul className="mt-8 grid max-w-4xl gap-x-8 border-t-2 border-ink font-ui text-lg font-medium sm:grid-cols-2">
        {links.map(({ path, name }) => (
          <li key={path} className="border-b border-rule">
            <a className="flex justify-between py-4 hover:text-accent" href={path}>
              {name} <span aria-hidden="true">→</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
