import { textLines } from '../document/text.ts'
import type { Document } from '../document/types.ts'
import { opensWithFirstName } from '../people/first-names.ts'
import type { Converted } from '../wordpress/draft.ts'
import { FRENCH_DAY, readDay } from '../wordpress/passes/day.ts'

/** The day (2019-03-02) and the place of what an article tells of. */
export type Occasion = { heldOn: string | null; heldAt: string | null }

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,40}"
/** "Clermont-Ferrand", "Le Puy en Velay", "Arc et Senans". */
const NAME = `${CAPITAL}(?: (?:(?:de|du|des|la|le|les|en|et|sur|sous|aux) ){0,2}${CAPITAL}){0,3}`
/** What is held somewhere, or holds it: after one of these, "de Lille" is a place and nobody's name. */
const HELD_IN =
  'amphithéâtre|assemblée|assises|atelier|bibliothèque|bourse|café|campus|centre|colloque|conférence|congrès|convention|débat|école|édition|festival|foire|forum|gare|halle|hôtel|journées?|mairie|maison|médiathèque|musée|palais|parc|place|rencontres?|rendez-vous|salle|salon|séminaire|soirée|sommet|théâtre|université'
const HELD = HELD_IN.replace(/(?<![^|])\p{Ll}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
const PLACE = `(?<!\\p{L})(?:(?:[Àà]|[Ee]n)\\s|(?:${HELD})(?!\\p{L})[^,.;:!?()]{0,60}?\\s(?:(?:à|de)\\s|d['’]))(${NAME})`
const DAY = `(?:[Ll]e|du)\\s(?:(?:lun|mar|mercre|jeu|vendre|same)di\\s|dimanche\\s)?(${FRENCH_DAY})(?!\\s(?:prochain|\\d))`
const PLACE_THEN_DAY = new RegExp(`${PLACE},?\\s${DAY}`, 'u')
const DAY_THEN_PLACE = new RegExp(
  `(?<!\\p{L})${DAY}(?:\\sdernier)?,?\\s(?:(?:à|au|dans|sur)\\s(?:l[ae]\\s|l['’])?)?${PLACE}(?=[,.;:!?)]|$)`,
  'u',
)
const ANY_DAY = new RegExp(`(?<!\\d)${FRENCH_DAY}`, 'gu')
const YEAR = 366 * 24 * 3600 * 1000

/** A real day, not after the article; what is told as news is not older than `within` milliseconds. */
function happened(day: string | null, published: string, within = Number.POSITIVE_INFINITY): string | null {
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(published)) return null
  const time = Date.parse(`${day}T00:00:00Z`)
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
  return isReal && day <= published && Date.parse(published) - time <= within ? day : null
}

/** "Forum de Lille, le 15 mai dernier": a day and a place that stand together, when no other day is named. */
function inStandfirst(standfirst: string, published: string): Occasion | null {
  const text = standfirst.slice(0, 2000).replace(/\s+/gu, ' ')
  if ([...text.matchAll(ANY_DAY)].length !== 1) return null
  const before = PLACE_THEN_DAY.exec(text)
  const [, afterDay, afterPlace] = before ? [] : (DAY_THEN_PLACE.exec(text) ?? [])
  const [place, said] = before ? [before[1], before[2]] : [afterPlace, afterDay]
  const heldOn = happened(readDay(said ?? '', published), published, YEAR)
  if (!place || !heldOn || opensWithFirstName(place)) return null
  return { heldOn, heldAt: place }
}

function inCredits(document: Document, published: string): Occasion {
  const method = document.content
    .flatMap((part) => (part.type === 'credits' ? part.content : []))
    .filter(({ attrs }) => attrs.kind === 'method')
  return {
    heldOn: method.map(({ attrs }) => happened(attrs.date, published)).find((day) => day !== null) ?? null,
    heldAt: method.map(({ attrs }) => attrs.place).find((place) => place !== null) ?? null,
  }
}

/**
 * When and where the interview was made or the event took place, where the text says so: its note on method, else the
 * standfirst of what tells of an event. `published` is the day of publication: it gives the year to a day without one.
 */
export function occasionOf(
  { kind, document }: Pick<Converted, 'kind' | 'document'>,
  published: string,
): Occasion {
  const said = inCredits(document, published)
  if (said.heldOn !== null || (kind !== 'write-up' && kind !== 'report')) return said
  const standfirst = document.content.find((part) => part.type === 'standfirst')
  const told = standfirst && inStandfirst(textLines(standfirst).join(' '), published)
  return told ? { heldOn: told.heldOn, heldAt: said.heldAt ?? told.heldAt } : said
}
