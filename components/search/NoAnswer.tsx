import { type SearchAddress, searchAddress } from '../../lib/search/address.ts'
import { indexes } from '../site/indexes.ts'

/** What helps when nothing was found, or before anything was asked. */
export function NoAnswer({ address: { text, filters } }: { address: SearchAddress }) {
  const isNarrowed = Object.values(filters).some((value) => value !== null)
  return (
    <div className="max-w-2xl text-lg">
      {text !== '' && isNarrowed && (
        <p className="mb-6">
          <a className="text-link" href={searchAddress({ text })}>
            Chercher sans les filtres
          </a>
        </p>
      )}
      <ul className="list-disc pl-5 [&>li]:mt-2">
        <li>
          Quelques mots suffisent : un nom, un lieu, une question. Les accents et les pluriels n’importent
          pas.
        </li>
        <li>
          Entre guillemets, les mots se suivent : <q>papier de verre</q>.
        </li>
        <li>
          Un mot précédé d’un tiret est écarté : <span className="whitespace-nowrap">bois -chauffage</span>.
        </li>
      </ul>
      <ul className="mt-8 border-t-2 border-ink font-ui font-medium">
        {indexes.map(({ path, name }) => (
          <li key={path} className="border-b border-rule">
            <a className="flex justify-between py-3 hover:text-accent" href={path}>
              {name} <span aria-hidden="true">→</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
