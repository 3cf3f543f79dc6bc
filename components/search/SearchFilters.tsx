import { type SearchAddress, searchAddress } from '../../lib/search/address.ts'
import type { Facet, Facets } from '../../lib/search/types.ts'

const GROUPS = [
  { key: 'section', name: 'Rubrique' },
  { key: 'tag', name: 'Sujet' },
  { key: 'person', name: 'Personne' },
  { key: 'year', name: 'Année' },
] as const

type Key = (typeof GROUPS)[number]['key']
type Props = { address: SearchAddress; facets: Facets; total: number }

/** The same search, narrowed to a value, or wide again when it is the one chosen. */
function addressWith({ text, filters }: SearchAddress, key: Key, value: string | null): string {
  const chosen = key === 'year' ? { year: value === null ? null : Number(value) } : { [key]: value }
  return searchAddress({ text, filters: { ...filters, ...chosen }, page: 1 })
}

function Values({
  address,
  name,
  values,
  group,
}: Omit<Props, 'total'> & { name: string; values: readonly Facet[]; group: Key }) {
  const chosen = String(address.filters[group] ?? '')
  return (
    <section className="search-filter" aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {values.map(({ value, name: label, count }) => (
          <li key={value}>
            <a
              href={addressWith(address, group, value === chosen ? null : value)}
              aria-current={value === chosen ? 'true' : undefined}
            >
              {label} <span className="text-muted">{count}</span>
              {value === chosen && <span className="sr-only"> (retirer ce filtre)</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Ways to narrow the answers, with how many each leaves. Only what tells answers apart is offered. */
export function SearchFilters({ address, facets, total }: Props) {
  const groups = GROUPS.filter(
    ({ key }) => address.filters[key] !== null || facets[key].some(({ count }) => count < total),
  )
  if (groups.length === 0) return null
  return (
    <details className="search-filters" open={Object.values(address.filters).some((value) => value !== null)}>
      <summary>Affiner</summary>
      {groups.map(({ key, name }) => (
        <Values key={key} address={address} facets={facets} name={name} values={facets[key]} group={key} />
      ))}
    </details>
  )
}
