import type { ArticleCredit, PersonLink } from '../../lib/articles/types.ts'
import type { Role } from '../../lib/document/types.ts'
import type { NamedWords } from './person-names.ts'

/** The order of a French byline, and the words before the names; null for who is in the article, not behind it. */
const WORDS: readonly [Role, ((names: string) => string) | null][] = [
  ['author', () => 'par '],
  ['with', () => 'avec '],
  ['interviewer', () => 'propos recueillis par '],
  ['introduction', (names) => `introduction ${of(names)}`],
  ['editing', (names) => `mise en forme ${of(names)}`],
  ['translation', (names) => `traduction ${of(names)}`],
  ['image', (names) => `images ${of(names)}`],
  ['camera', (names) => `tournage ${of(names)}`],
  ['sound', (names) => `son ${of(names)}`],
  ['proofreading', (names) => `relecture ${of(names)}`],
  ['interviewee', null],
]

const conjunction = new Intl.ListFormat('fr', { type: 'conjunction' })

/** "de Damien", "d’Ève": the preposition is elided before a vowel. */
const of = (names: string): string => (/^[aeiouyàâäéèêëîïôöùûü]/iu.test(names) ? 'd’' : 'de ')

/** "Damien et Cindy", each name apart from what joins it to the next. */
function listOf(people: readonly PersonLink[]): NamedWords[] {
  const waiting = [...people]
  return conjunction.formatToParts(people.map(({ name }) => name)).map(({ type, value }) => ({
    words: value,
    person: type === 'element' ? (waiting.shift() ?? null) : null,
  }))
}

/**
 * Who made the article, with their roles: "Par A et B, avec C ; introduction de D". Empty when nobody is credited.
 */
export function bylineParts(credits: readonly ArticleCredit[]): NamedWords[] {
  const byRole = Map.groupBy(credits, (credit) => credit.role)
  const phrases = WORDS.flatMap(([role, opening]) => {
    const people = (byRole.get(role) ?? []).map(({ person }) => person)
    const [first] = people
    return opening && first ? [{ role, opening: opening(first.name), people }] : []
  })
  return phrases.flatMap(({ role, opening, people }, index) => {
    const link = role === 'with' ? ', ' : '\u00a0; '
    const words = index === 0 ? opening.charAt(0).toUpperCase() + opening.slice(1) : link + opening
    return [{ words, person: null }, ...listOf(people)]
  })
}

/** The same as one line of words. */
export const bylineText = (credits: readonly ArticleCredit[]): string =>
  bylineParts(credits)
    .map(({ words }) => words)
    .join('')
