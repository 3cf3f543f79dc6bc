import type { ArticleCredit } from '../../lib/articles/types.ts'
import type { Role } from '../../lib/document/types.ts'

/** The order of a French byline, and the words before the names; null for who is in the article, not behind it. */
const WORDS: readonly [Role, ((names: string) => string) | null][] = [
  ['author', (names) => `par ${names}`],
  ['with', (names) => `avec ${names}`],
  ['interviewer', (names) => `propos recueillis par ${names}`],
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
function of(names: string): string {
  return /^[aeiouyàâäéèêëîïôöùûü]/iu.test(names) ? `d’${names}` : `de ${names}`
}

/**
 * Who made the article, with their roles: "Par A et B, avec C ; introduction de D". Empty when nobody is credited.
 */
export function bylineText(credits: readonly ArticleCredit[]): string {
  const byRole = Map.groupBy(credits, (credit) => credit.role)
  const phrases = WORDS.flatMap(([role, phrase]) => {
    const names = (byRole.get(role) ?? []).map(({ person }) => person.name)
    return phrase && names.length > 0 ? [{ role, text: phrase(conjunction.format(names)) }] : []
  })
  const line = phrases.reduce((before, { role, text }) => {
    if (before === '') return text
    return `${before}${role === 'with' ? ', ' : '\u00a0; '}${text}`
  }, '')
  return line.charAt(0).toUpperCase() + line.slice(1)
}
