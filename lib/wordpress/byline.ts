import type { Role } from '../document/types.ts'
import type { DraftCredit } from './draft.ts'
import { splitNames } from './people.ts'

/** Words that open a part of a byline, and what the people after them did. Longest first. */
const LINK = "(?:\\s*:|\\s*©|\\s+par|\\s+de|\\s+d(?=['’]))"
const LEADS: readonly { words: string; roles: readonly Role[] }[] = [
  {
    words: `textes?\\s*(?:et|,|&|/)\\s*(?:photos?|photographies|images?)${LINK}`,
    roles: ['author', 'image'],
  },
  { words: `(?:propos|témoignages?) recueillis(?: et mis en forme)? par`, roles: ['interviewer'] },
  { words: `(?:entretien|interview)(?: (?:réalisée?|menée?|conduite?))? par`, roles: ['interviewer'] },
  { words: `(?:introduction|intro|préface|chapô)${LINK}`, roles: ['introduction'] },
  { words: `(?:textes?|rédaction|auteure?s?|article|reportage|enquête)${LINK}`, roles: ['author'] },
  { words: `(?:écrit|rédigé) par`, roles: ['author'] },
  { words: `(?:photos?|photographies|images?|illustrations?|dessins?|visuels?)${LINK}`, roles: ['image'] },
  { words: `(?:vidéos?|film|tournage|captation)${LINK}`, roles: ['camera'] },
  { words: `(?:montage|mise en forme|édition)${LINK}|mis en forme par`, roles: ['editing'] },
  { words: `(?:son|prise de son)${LINK}`, roles: ['sound'] },
  { words: `(?:traduction|traduit)${LINK}(?:\\s+par)?`, roles: ['translation'] },
  { words: `(?:relecture${LINK}|relu par)`, roles: ['proofreading'] },
  { words: 'avec', roles: ['with'] },
  { words: 'par|by', roles: ['author'] },
]
const MATCHERS = LEADS.map(({ words, roles }) => ({
  pattern: new RegExp(`^(?:${words})(?=[\\s'’])\\s*`, 'iu'),
  roles,
}))

type Lead = { start: number; end: number; roles: readonly Role[] }

function leadAt(text: string, start: number): Lead | null {
  for (const { pattern, roles } of MATCHERS) {
    const match = pattern.exec(text.slice(start, start + 80))
    if (match) return { start, end: start + match[0].length, roles }
  }
  return null
}

/** A lead opens the text or follows white space or a bar. */
function leadsOf(text: string): Lead[] {
  const leads: Lead[] = []
  for (const { index } of text.matchAll(/(?<=^|[\s/|;,])\p{L}/gu)) {
    const last = leads.at(-1)
    const lead = last && index < last.end ? null : leadAt(text, index)
    if (lead) leads.push(lead)
  }
  return leads
}

/** True when a line goes on with the byline above it ("et B", "avec C", "Photos : D"). */
export function continuesByline(line: string): boolean {
  return /^(?:et|&|and)\s/iu.test(line) || leadAt(line, 0) !== null
}

/**
 * The people of a byline and what each did; null when the text is not wholly a byline ("Par ailleurs, …"). A line
 * break or a bar may stand between its parts.
 */
export function parseByline(text: string): DraftCredit[] | null {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length > 300) return null
  const leads = leadsOf(flat)
  if (leads[0]?.start !== 0) return null
  const people: DraftCredit[] = []
  for (const [index, lead] of leads.entries()) {
    const names = splitNames(flat.slice(lead.end, leads[index + 1]?.start).replace(/(?:,|\s+et)\s*$/u, ''))
    if (!names) return null
    people.push(...names.flatMap((name) => lead.roles.map((role) => ({ name, role }))))
  }
  return people
}
