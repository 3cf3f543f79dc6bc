import type { PersonEntry } from '../../lib/articles/types.ts'
import { byLetter } from '../archive/by-letter.ts'
import { IndexGroups } from '../archive/IndexGroups.tsx'
import { PageTitle } from '../archive/PageTitle.tsx'
import { familyName } from './family-name.ts'

const times = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count > 1 ? many : one}`]

const factsOf = ({ signed, named }: PersonEntry): string =>
  signed === 0
    ? times(named, 'article', 'articles').join('')
    : [...times(signed, 'article signé', 'articles signés'), ...times(named, 'autre', 'autres')].join(', ')

const groupsOf = (people: readonly PersonEntry[]) =>
  byLetter(people, ({ kind, name }) => (kind === 'person' ? familyName(name) : name)).map(
    ([letter, inLetter]) => ({
      name: letter,
      entries: inLetter.map((person) => ({ path: person.path, name: person.name, note: factsOf(person) })),
    }),
  )

/** Everybody who signs or is spoken of, by family name; then organisations. */
export function PeopleIndex({ people }: { people: readonly PersonEntry[] }) {
  const groups = [
    { id: 'personnes', title: 'Personnes', list: people.filter(({ kind }) => kind === 'person') },
    {
      id: 'organisations',
      title: 'Organisations',
      list: people.filter(({ kind }) => kind === 'organisation'),
    },
  ].filter(({ list }) => list.length > 0)
  return (
    <div className="page-frame pb-24">
      <PageTitle
        title="Qui est qui"
        facts="Celles et ceux qui signent, qui répondent, ou dont il est question"
      />
      {groups.map(({ id, title, list }) => (
        <section key={id} aria-labelledby={id} className="mb-14">
          <h2 id={id} className={groups.length > 1 ? 'strip-title' : 'sr-only'}>
            {title}
          </h2>
          <IndexGroups groups={groupsOf(list)} level={3} />
        </section>
      ))}
    </div>
  )
}
