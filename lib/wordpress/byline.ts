import type { Role } from '../document/types.ts'
import type { DraftCredit } from './draft.ts'
import { FRENCH_DAY } from './passes/day.ts'
import { splitNames } from './people.ts'

type LeadWords = { words: string; roles: readonly Role[] }

/** What parts a role from its people: a colon, ©, "par", "de". */
const LINK = "(?:\\s*:|\\s*©|\\s+par|\\s+de|\\s+d(?=['’]))"
const IMAGE = '(?:photos?|photographies|images?|illustrations?|dessins?|visuels?|infographies?)'

/** Words that open a part of a byline, and what the people after them did. Longest first. */
const LEADS: readonly LeadWords[] = [
  { words: `textes?\\s*(?:et|,|&|/)\\s*${IMAGE}${LINK}`, roles: ['author', 'image'] },
  { words: '(?:(?:propos|témoignages?) )?recueillis(?: et mis en forme)? par', roles: ['interviewer'] },
  {
    words: '(?:entretien|interview)(?: (?:réalisée?|menée?|conduite?|préparée?))? par',
    roles: ['interviewer'],
  },
  { words: `(?:introduction|intro|préface|chapô)${LINK}`, roles: ['introduction'] },
  {
    words: `(?:une? )?(?:textes?|rédaction|auteure?s?|autrices?|article|reportage|enquête)(?: (?:écrite?|rédigée?|réalisée?|signée?))?${LINK}`,
    roles: ['author'],
  },
  { words: '(?:écrite?|rédigée?) par', roles: ['author'] },
  { words: `${IMAGE}${LINK}`, roles: ['image'] },
  { words: `(?:vidéos?|film|tournage|captation)${LINK}`, roles: ['camera'] },
  { words: `(?:montage|mise en forme|édition)${LINK}|mise? en forme par`, roles: ['editing'] },
  { words: `(?:prise de son|son)${LINK}`, roles: ['sound'] },
  { words: `traduit(?:e)?(?: (?:de l['’]|du )\\p{L}+)? par|traduction${LINK}`, roles: ['translation'] },
  { words: `relecture${LINK}|relue? par`, roles: ['proofreading'] },
  {
    words: `de notre (?:correspondante?|envoyée? spéciale?)(?: (?:à|au|aux|en) \\p{Lu}[\\p{L}-]{1,30})?\\s?,?`,
    roles: ['author'],
  },
  {
    words: `(?:publié |posté )?(?:le )?${FRENCH_DAY}(?: à \\d{1,2}\\s?[h:]\\s?\\d{0,2})?,? par`,
    roles: ['author'],
  },
  { words: '(?:publié|posté) par', roles: ['author'] },
  { words: 'avec', roles: ['with'] },
  { words: 'par|by', roles: ['author'] },
]
/** Inside a byline a role may stand right before the name: "Par A, photos B". */
const INNER: readonly LeadWords[] = [
  { words: IMAGE, roles: ['image'] },
  { words: 'textes?', roles: ['author'] },
  { words: 'vidéos?', roles: ['camera'] },
]
/** Two full names with what each did, and no colon: "Texte Zoé Mars, photos Ana Li". */
const BARE: readonly LeadWords[] = [
  { words: `textes? (?:et|&) ${IMAGE}`, roles: ['author', 'image'] },
  { words: 'textes?|reportage', roles: ['author'] },
]
/** What may stand behind the last name: a place, a day, a trade. It names nobody. */
const BEHIND = new RegExp(
  `\\s*(?:,|[–—-]|\\||•)\\s*(?:(?:publié )?(?:le )?${FRENCH_DAY}|(?:à|au|aux|en) \\p{Lu}[\\p{L}’'-]{1,30}|(?:journaliste|rédact(?:eur|rice)|correspondante?|pigiste|chroniqueu(?:r|se)|envoyée? spéciale?|photographe|chargée? de|responsable|direct(?:eur|rice)|fondat(?:eur|rice)|consultante?|étudiante?)(?!\\p{L})[^.!?]{0,80})\\.?$`,
  'iu',
)

/** Roles in brackets behind a name: "A (texte) et B (photos)". */
const IN_BRACKETS: readonly [RegExp, Role][] = [
  [/^textes?$/iu, 'author'],
  [new RegExp(`^${IMAGE}$`, 'iu'), 'image'],
  [/^(?:vidéos?|film)$/iu, 'camera'],
]

const matcher = ({ words, roles }: LeadWords) => ({
  pattern: new RegExp(`^(?:${words})(?=[\\s'’])\\s*`, 'iu'),
  roles,
})
const MATCHERS = LEADS.map(matcher)
const INNER_MATCHERS = [...MATCHERS, ...INNER.map(matcher)]
const BARE_MATCHERS = [...MATCHERS, ...BARE.map(matcher), ...INNER.map(matcher)]

type Lead = { start: number; end: number; roles: readonly Role[] }

function leadAt(text: string, start: number, first = MATCHERS): Lead | null {
  const near = text.slice(start, start + 80)
  for (const { pattern, roles } of start === 0 ? first : INNER_MATCHERS) {
    const match = pattern.exec(near)
    if (match) return { start, end: start + match[0].length, roles }
  }
  return null
}

/** A lead opens the text or follows white space or a mark that parts; none when the text does not open with one. */
function leadsOf(text: string, first: typeof MATCHERS): Lead[] {
  const leads: Lead[] = []
  for (const { index } of text.matchAll(/(?<=^|[\s/|;,])\p{L}/gu)) {
    const last = leads.at(-1)
    if (!last && index > 0) return []
    const lead = last && index < last.end ? null : leadAt(text, index, first)
    if (lead) leads.push(lead)
  }
  return leads
}

/** True when a line goes on with the byline above it ("et B", "avec C", "Photos : D"). */
export function continuesByline(line: string): boolean {
  return /^(?:et|&|and)\s/iu.test(line) || leadAt(line, 0, BARE_MATCHERS) !== null
}

/** The people of one part; a role in brackets speaks for the name before it. Null when something is no name. */
function peopleOf(text: string, roles: readonly Role[]): DraftCredit[] | null {
  const names = splitNames(text)
  return (
    names?.flatMap((name) => {
      const rest = text.slice(text.indexOf(name) + name.length)
      const bracket = /^\s*\(([^()]{2,30})\)/u.exec(rest)?.[1]?.trim() ?? ''
      const own = IN_BRACKETS.find(([pattern]) => pattern.test(bracket))?.[1]
      return (own ? [own] : roles).map((role) => ({ name, role }))
    }) ?? null
  )
}

/** The people of a text that is nothing but roles and names; null when something is neither. */
function readParts(flat: string, first: typeof MATCHERS): DraftCredit[] | null {
  const leads = leadsOf(flat, first)
  if (!leads[0] || leads[0].roles.includes('with')) return null
  const parts = leads.map((lead, index) =>
    peopleOf(flat.slice(lead.end, leads[index + 1]?.start).replace(/(?:,|\s+et)\s*$/u, ''), lead.roles),
  )
  const known = parts.filter((part) => part !== null)
  return known.length === parts.length ? known.flat() : null
}

/** Roles without a colon count only before full names, and with two people or two roles at least. */
function readBare(flat: string): DraftCredit[] | null {
  const people = readParts(flat, BARE_MATCHERS)
  return people && people.length > 1 && people.every(({ name }) => name.includes(' ')) ? people : null
}

/**
 * The people of a byline and what each did; null when the text is not wholly a byline ("Par ailleurs, …"). A line
 * break or a bar may stand between its parts; a place, a day or a trade may stand at its end.
 */
export function parseByline(text: string): DraftCredit[] | null {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length > 300) return null
  const short = flat.replace(BEHIND, '')
  return readParts(flat, MATCHERS) ?? readParts(short, MATCHERS) ?? readBare(flat)
}
