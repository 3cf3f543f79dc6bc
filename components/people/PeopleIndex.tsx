import type { PersonEntry } from '../../lib/articles/types.ts'
import { byLetter } from '../archive/by-letter.ts'
import { PageTitle } from '../archive/PageTitle.tsx'
import { familyName } from './family-name.ts'

const times = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count > 1 ? many : one}`]

const factsOf = ({ signed, named }: PersonEntry): string =>
  signed === 0
    ? times(named, 'article', 'articles').join('')
    : [...times(signed, 'article signé', 'articles signés'), ...times(named, 'autre', 'autres')].join(', ')

function People({ people }: { people: readonly PersonEntry[] }) {
  return (
    <div className="letter-groups">
      {byLetter(people, ({ kind, name }) => (kind === 'person' ? familyName(name) : name)).map(
        ([letter, inLetter]) => (
          <section key={letter}>
            <h3 className="letter">{letter}</h3>
            <ul>
              {inLetter.map((person) => (
                <li key={person.path}>
                  <a href={person.path}>
                    <span>{person.name}</span>
                    <span className="count">{factsOf(person)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  )
}

/** Everybody who signs or is spoken of, by family name; then organisations. */
export function PeopleIndex({ people }: { people: readonly PersonEntry[] }) {
  const groups = [
    { id: 'personnes', title: 'Personnes', list: people.filter(({ kind }) => kind === 'person') },
    {
      id: 'organisations',
      title: 'Organisations',
      list: people.filter(({ kind }) => kind === 'organisation'),
    },
  ]
  return (
    <div className="page-frame pb-24">
      <PageTitle
        title="Qui est qui"
        facts="Celles et ceux qui signent, qui répondent, ou dont il est question"
      />
      {groups
        .filter(({ list }) => list.length > 0)
        .map(({ id, title, list }) => (
          <section key={id} aria-labelledby={id} className="mb-14">
            <h2 id={id} className="strip-title">
              {title}
            </h2>
            <People people={list} />
          </section>
        ))}
    </div>
  )
}
