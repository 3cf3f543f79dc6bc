import { SearchBox } from '../search/SearchBox.tsx'
import { indexes } from './indexes.ts'
import { Script } from './Script.tsx'

const links = [{ path: '/', name: 'La page d’accueil' }, ...indexes]

/**
 * What a wrong address shows. It reads nothing: Next renders it along with every page, whose cache tags would then
 * include those of what is read here. `nearest.js` puts the likeliest articles in `#proches`.
 */
export function NotFoundView() {
  return (
    <div className="page-frame py-14 lg:py-24">
      <p className="kicker">Erreur 404</p>
      <h1 className="display-title mt-3">Cette page n’existe pas</h1>
      <p className="mt-6 max-w-2xl text-xl leading-normal">
        L’adresse a peut-être changé, ou l’article n’est plus en ligne. Cherchez-le par ses mots, ou reprenez
        votre lecture par ici.
      </p>
      <section id="proches" className="nearest" aria-labelledby="proches-titre" hidden>
        <h2 id="proches-titre">Peut-être cherchiez-vous</h2>
        <ul />
      </section>
      <div className="mt-10 max-w-2xl">
        <SearchBox />
      </div>
      <ul className="way-list">
        {links.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>
              {name} <span aria-hidden="true">→</span>
            </a>
          </li>
        ))}
      </ul>
      <Script name="nearest" />
    </div>
  )
}
