import type { ArticlePage } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { textLines } from '../../lib/document/text.ts'
import type { Credit, Role } from '../../lib/document/types.ts'
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

type Fact = { label: string; value: string; isSaid: boolean }

/** The credits that the article prints in its own words, with their labels. */
const inWords = (credits: readonly Credit[]): Credit[] => credits.filter(({ content }) => content?.length)

/**
 * Where, when and by whom: the article's own columns first, then what its credits say. `isSaid` is for what these
 * print already.
 */
function factsOf({ document, heldOn, heldAt, credits }: ArticlePage): Fact[] {
  const printed = document.content.flatMap((part) => (part.type === 'credits' ? part.content : []))
  const said = printed.filter(({ attrs }) => attrs.kind === 'method')
  const day = heldOn ?? said.find(({ attrs }) => attrs.date)?.attrs.date
  const place = heldAt ?? said.find(({ attrs }) => attrs.place)?.attrs.place
  const people = [
    ...said.flatMap(({ attrs }) => attrs.people),
    ...credits.map(({ person, role }) => ({ name: person.name, role })),
  ]
  const namesOf = (role: Role) => [
    ...new Set(people.filter((one) => one.role === role).map(({ name }) => name)),
  ]
  const words = inWords(printed)
    .flatMap((credit) => textLines(credit))
    .join('\n')
    .normalize('NFKC')
  const isInWords = (value: string) => words.includes(value.normalize('NFKC'))
  const isCredited = (role: Role) => (name: string) =>
    inWords(printed).some(({ attrs }) => attrs.people.some((one) => one.role === role && one.name === name))
  const date = day ? dayInWords(day) : ''
  const facts: Fact[] = [
    { label: 'Date', value: date, isSaid: isInWords(date) },
    { label: 'Lieu', value: place ?? '', isSaid: isInWords(place ?? '') },
    ...WORK.map(([role, label]) => {
      const names = namesOf(role)
      return { label, value: conjunction.format(names), isSaid: names.every(isCredited(role)) }
    }),
  ]
  return facts.filter(({ value }) => value !== '')
}

/**
 * How the article was made, in one place for all articles: date and place, who asked, condensed and read it again. It
 * stands under the article's own credits, and does not say again what they say.
 */
export function MethodBox({ article }: { article: ArticlePage }) {
  const facts = factsOf(article)
  const unsaid = facts.filter(({ isSaid }) => !isSaid)
  if (facts.length < 2 || unsaid.length === 0) return null
  const people = peopleOf(article)
  return (
    <section className="method-box" aria-labelledby="methode">
      <h2 id="methode">Comment cet article a été fait</h2>
      <dl>
        {sequence(unsaid, ({ label, value }) => (
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
