import { archivesPath } from '../../lib/routes.ts'

/** What an old search address shows while the magazine has no search of its own. */
export function SearchNotice() {
  return (
    <div className="page-frame max-w-5xl py-16 lg:py-28">
      <h1 className="display-title">Recherche</h1>
      <p className="mt-6 max-w-2xl text-xl leading-normal">
        La recherche n’est pas encore ouverte. Tous les articles se trouvent par{' '}
        <a className="underline" href="/#sujets">
          sujet
        </a>
        , par{' '}
        <a className="underline" href="/#rubriques">
          rubrique
        </a>{' '}
        et par{' '}
        <a className="underline" href={archivesPath}>
          date
        </a>
        .
      </p>
    </div>
  )
}
