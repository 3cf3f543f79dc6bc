import type { PersonLink } from '../../lib/articles/types.ts'
import { personPath } from '../../lib/routes.ts'
import type { NamedWords } from './person-names.ts'
import { sequence } from './sequence.ts'

/** The words that name somebody, leading to the page of that person. */
export function PersonName({ person, words }: { person: PersonLink; words: string }) {
  return (
    <a className="person-name" href={personPath(person.slug)}>
      {words}
    </a>
  )
}

/** Words in which each name leads to its person. */
export function PersonNames({ cut }: { cut: readonly NamedWords[] }) {
  return sequence(cut, ({ words, person }) => (person ? <PersonName person={person} words={words} /> : words))
}
