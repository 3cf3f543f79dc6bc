import type { ArticlePage } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import type { Role } from '../../lib/document/types.ts'
import { typeset } from '../../lib/typography.ts'
import { PersonNames } from './PersonNames.tsx'
import { peopleOf, splitTextAtNames } from './person-names.ts'
import { sequence } from './sequence.ts'

const WORK: readonly [Role, string][] = [
  ['interviewer', 'Propos recueillis par'],
  ['editing', 'Mis en forme par'],
  ['proofreading', 'Relu par'],
  ['translation', 'Traduit par'],
]
const conjunction = new Intl.ListFormat('fr', { type: 'conjunction' })

/** A day without an hour (2019-03-02) is the same day in every time zone at noon. */
const dayInWords = (day: string): string => formatDate(`${day}T12:00:00Z`)

/** Where, when and by whom: the article's own columns first, then what its credits say. */
function factsOf({ document, heldOn, heldAt, credits }: ArticlePage): [label: string, value: string][] {
  const said = document.content
    .flatMap((part) => (part.type === 'credits' ? part.content : []))
    .filter(({ attrs }) => attrs.kind === 'method')
  const day = heldOn ?? said.find(({ attrs }) => attrs.date)?.attrs.date
  const place = heldAt ?? said.find(({ attrs }) => attrs.place)?.attrs.place
  const people = [
    ...said.flatMap(({ attrs }) => attrs.people),
    ...credits.map(({ person, role }) => ({ name: person.name, role })),
  ]
  const namesOf = (role: Role) => [
    ...new Set(people.filter((one) => one.role === role).map(({ name }) => name)),
  ]
  const facts: [string, string | undefined][] = [
    ['Date', day ? dayInWords(day) : undefined],
    ['Lieu', place ?? undefined],
    ...WORK.map(([role, label]): [string, string] => [label, conjunction.format(namesOf(role))]),
  ]
  return facts.flatMap(([label, value]) => (value ? [[label, value]] : []))
}

/** How the article was made, in one place for all articles: date and place, who asked, condensed and read it again. */
export function MethodBox({ article }: { article: ArticlePage }) {
  const facts = factsOf(article)
  if (facts.length < 2) return null
  const people = peopleOf(article)
  return (
    <section className="method-box" aria-labelledby="methode">
      <h2 id="methode">Comment cet article a été fait</h2>
      <dl>
        {sequence(facts, ([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <PersonNames cut={splitTextAtNames(typeset(value), people)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
