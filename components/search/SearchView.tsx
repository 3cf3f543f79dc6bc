import { type SearchAddress, searchAddress } from '../../lib/search/address.ts'
import type { SearchResult } from '../../lib/search/types.ts'
import { NamedPages } from './NamedPages.tsx'
import { NoAnswer } from './NoAnswer.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SearchFilters } from './SearchFilters.tsx'
import { SearchHitItem } from './SearchHitItem.tsx'

type Props = { address: SearchAddress; result: SearchResult }

function countText({ total, isCapped, page, pageCount }: SearchResult): string {
  const number = total.toLocaleString('fr-FR')
  const articles = total > 1 ? `${isCapped ? 'Plus de ' : ''}${number} articles` : `${number} article`
  return pageCount > 1 ? `${articles}, page ${page} sur ${pageCount}` : articles
}

/** What was really searched for, where it is not what was typed. */
function Notice({ address: { text }, result: { correction, isLoose, total } }: Props) {
  if (text === '') return null
  if (total === 0) return <p className="mb-8 text-xl">Aucun article ne répond à « {text} ».</p>
  return (
    <>
      {correction !== null && (
        <p className="mt-4 text-lg">
          Rien pour « {text} ». Vouliez-vous dire{' '}
          <a className="text-link" href={searchAddress({ text: correction })}>
            {correction}
          </a>{' '}
          ?
        </p>
      )}
      {isLoose && (
        <p className="mt-4 text-lg">
          Aucun article ne contient tous ces mots : voici ceux qui s’en approchent.
        </p>
      )}
    </>
  )
}

function Pages({ address, result: { page, pageCount } }: Props) {
  if (pageCount < 2) return null
  return (
    <nav
      className="pagination mt-16 flex justify-between border-t-2 border-ink pt-6 font-ui"
      aria-label="Pages de résultats"
    >
      {page > 1 ? (
        <a rel="prev" href={searchAddress({ ...address, page: page - 1 })}>
          ← Page précédente
        </a>
      ) : (
        <span />
      )}
      {page < pageCount && (
        <a rel="next" href={searchAddress({ ...address, page: page + 1 })}>
          Page suivante →
        </a>
      )}
    </nav>
  )
}

/** The page of results. */
export function SearchView({ address, result }: Props) {
  return (
    <div className="page-frame pb-24">
      <header className="border-b-2 border-ink py-10 lg:py-14">
        <h1 className="display-title">Recherche</h1>
        <div className="mt-6 max-w-2xl">
          <SearchBox text={address.text} />
        </div>
        {result.total > 0 && <p className="mt-5 font-ui text-sm text-muted">{countText(result)}</p>}
        {result.total > 0 && <Notice address={address} result={result} />}
      </header>
      <div className="search-layout">
        <div>
          {result.total === 0 && <Notice address={address} result={result} />}
          {result.total === 0 && <NoAnswer address={address} />}
          <NamedPages pages={result.pages} />
          <ol>
            {result.hits.map((hit) => (
              <li key={hit.path}>
                <SearchHitItem hit={hit} />
              </li>
            ))}
          </ol>
          <Pages address={address} result={result} />
        </div>
        {result.total > 0 && <SearchFilters address={address} facets={result.facets} total={result.total} />}
      </div>
    </div>
  )
}
