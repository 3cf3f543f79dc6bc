import type { Credit, CreditedPerson, CreditKind, Role } from '../../document/types.ts'
import { parseByline } from '../byline.ts'
import { fullName, fullNames, NAME_LIST, splitNames } from '../people.ts'
import { readDay, withoutDay } from './day.ts'

/** What a line of credits says; its words stay in the credit's content. */
export type ReadCredit = Credit['attrs']

const WORK: readonly [RegExp, Role][] = [
  [/(?<!\p{L})(?:traduit|traduction)/iu, 'translation'],
  [
    /(?<!\p{L})(?:recueilli|réalisée?s?(?!\p{L})|menée?s?(?!\p{L})|conduite?s?(?!\p{L})|préparée?s?(?!\p{L}))/iu,
    'interviewer',
  ],
  [/(?<!\p{L})(?:synthétis|réorganis|mise?s? en forme|retranscri|rédig|édité)/iu, 'editing'],
  [/(?<!\p{L})(?:relue?s?(?!\p{L})|corrigée?s?(?!\p{L})|validée?s?(?!\p{L}))/iu, 'proofreading'],
]
const BY = new RegExp(`(?<!\\p{L})par\\s+(${NAME_LIST})`, 'gu')
const PLACE =
  /(?<=\s)(à|au|aux|chez|dans|en)\s+(?:(?:les|ses) (?:locaux|bureaux|studios) (?:de |du |des |d['’]))?(?:l['’]|la |le |les )?(\p{Lu}[^,.;()]{1,60}?)(?=\s+par(?!\p{L})|\s+le(?!\p{L})|[,.;(]|$)/u

/** Roles of the clause next to the names; an earlier clause speaks only when that one names no work. */
function rolesBefore(text: string): Role[] {
  const clauses = text.split(/[,;.]/u).reverse()
  const rolesOf = (clause: string) => WORK.filter(([word]) => word.test(clause)).map(([, role]) => role)
  return clauses.map(rolesOf).find((roles) => roles.length > 0) ?? []
}

/** "Entretien réalisé … par A. Propos mis en forme par B, puis relus par C." */
function workedPeople(text: string, known: readonly string[]): CreditedPerson[] {
  let from = 0
  return [...text.matchAll(BY)].flatMap((match) => {
    const roles = rolesBefore(text.slice(from, match.index))
    from = match.index + match[0].length
    const names = splitNames(match[1] ?? '') ?? []
    return names.flatMap((name) => roles.map((role) => ({ name: fullName(name, known), role })))
  })
}

const VISUAL_NOUN =
  "(?:visuels?|photos?|photographies|images?|illustrations?|dessins?|infographies?|captures?(?: d[’']écrans?)?)"
const VISUALS = new RegExp(
  `^(?:${VISUAL_NOUN}(?: (?:fournie?s?|réalisée?s?|prises?))?(?: (?:de|en|à) [\\p{L} ]{2,25})?(?:\\s+par|\\s*:|\\s*©)|(?:crédits?|copyright|©)(?:\\s+(?:des\\s+)?(?:${VISUAL_NOUN}|visuels|photographiques|iconographiques))?\\s*[:©]?)\\s*(\\S.*)$`,
  'iu',
)
const BARE_VISUALS = new RegExp(
  `^(?:${VISUAL_NOUN}|crédits? ${VISUAL_NOUN})\\s+(\\p{Lu}[^.:!?]{3,80})$`,
  'iu',
)
const FILM =
  /^(?:crédits? )?((?:(?:tournage|montage|captation|réalisation|cadrage|images?|vidéo|film|prise de son|son)(?:\s*(?:,|et|&|\/)\s*)?){1,5})(?:\s*:\s*|\s+par\s+|\s+de\s+|\s+)(?=\p{Lu})(.+)$/iu
const THANKS =
  /^(?:un (?:très )?(?:grand|immense|énorme|chaleureux) )?merci (?:à|aux|également|encore|infiniment|pour)(?!\p{L})|^remerciements(?!\p{L})|(?<!\p{L})(?:souhait|tien|voudr|tenons)\p{L}* (?:à |également |aussi |tout particulièrement ){0,2}remercier(?!\p{L})|^nous (?:remercions|tenons à remercier)/iu
const PARTNER =
  /^[\p{Lu}][^.!?]{0,100}(?<!\p{L})(?:est|sont|était|étaient) (?:un |des |le |les )?partenaires? (?:de |du |des |d['’])[^.!?]{2,120}[.!]?$|^(?:cet |ce |cette )?(?:article|contenu|publication|reportage) (?:est |a été )?(?:sponsorisée?|réalisée? en partenariat|en partenariat|partenaire)(?!\p{L})|^publi-?(?:rédactionnel|reportage|communiqué)(?!\p{L})|^en partenariat avec(?!\p{L})/iu
/** What a partnership and thanks are said with: few lines hold any of it. */
const DECLARED = /merci|parten|sponsoris|^publi/i
const METHOD = /^(?:cet? )?(?:entretien|interview|propos|échange|témoignage)s?(?!\p{L})/iu

function named(names: readonly string[], roles: readonly Role[], known: readonly string[]): CreditedPerson[] {
  return names.flatMap((name) => roles.map((role) => ({ name: fullName(name, known), role })))
}

function readFilm(text: string, known: readonly string[]): ReadCredit | null {
  const match = FILM.exec(text)
  const names = match && splitNames(match[2] ?? '')
  if (!match?.[1] || !names) return null
  const work = match[1]
  const roles: Role[] = []
  if (/tournage|captation|cadrage|image|réalisation|vidéo|film/iu.test(work)) roles.push('camera')
  if (/montage/iu.test(work)) roles.push('editing')
  if (/(?<!\p{L})son(?!\p{L})/iu.test(work)) roles.push('sound')
  const kind: CreditKind = roles.length === 1 && roles[0] === 'sound' ? 'sound' : 'video'
  return { kind, people: named(names, roles, known), place: null, date: null }
}

/** "Photos Ana Li": without a colon, only full names. */
function readBareVisuals(text: string, known: readonly string[]): ReadCredit | null {
  const match = BARE_VISUALS.exec(text)
  const names = match?.[1] ? splitNames(match[1]) : null
  if (!names?.every((name) => name.includes(' '))) return null
  return { kind: 'visuals', people: named(names, ['image'], known), place: null, date: null }
}

/** The full names in an enumeration that holds other things too: "le syndicat et Ana Li, sauf mention contraire". */
function fullNamesAmong(text: string): string[] | null {
  const names = text.split(/,\s|\s+et\s+/u).flatMap((piece) => fullNames(piece) ?? [])
  return names.length > 0 ? names : null
}

function readVisuals(text: string, known: readonly string[]): ReadCredit | null {
  const match = VISUALS.exec(text)
  if (!match?.[1]) return null
  const names = splitNames(match[1]) ?? fullNamesAmong(match[1])
  if (!names && (!/^(?:crédits?|©|copyright)|fourni/iu.test(text) || /^[\s©]*\d{4}/u.test(match[1])))
    return null
  const people = (names ?? []).filter((name) => !/^D\.?\s?R\.?$/u.test(name))
  return { kind: 'visuals', people: named(people, ['image'], known), place: null, date: null }
}

const WORK_BY = /^[^:]{3,40}:|^(?:traduit|traduction|relue?|mise? en)(?!\p{L})/iu

/** "Relecture : Ana Li", "Traduit de l'anglais par …": any other work. */
function readRoles(text: string, known: readonly string[]): ReadCredit | null {
  const people = WORK_BY.test(text) ? parseByline(text) : null
  if (!people) return null
  return {
    kind: 'text',
    people: people.map(({ name, role }) => ({ name: fullName(name, known), role })),
    place: null,
    date: null,
  }
}

/** Where an interview was made; a village in the plural keeps its article: "aux Orgerets" is in Les Orgerets. */
function readPlace(text: string): string | null {
  const match = PLACE.exec(withoutDay(text))
  const name = match?.[2]?.trim()
  if (!match || !name) return null
  return match[1] === 'aux' ? `Les ${name}` : name
}

function readMethod(text: string, published: string, known: readonly string[]): ReadCredit | null {
  if (!METHOD.test(text)) return null
  const work = WORK.some(([word]) => word.test(text))
  const date = readDay(text, published)
  if (!work && !date) return null
  return { kind: 'method', people: workedPeople(text, known), place: readPlace(text), date }
}

/** What an editor declares to have changed: a day, or a mark, must follow, so that prose about a correction stays prose. */
const CHANGE =
  /^\[?(?:(mise? à jour|màj|actualisé)|erratum|errata|rectificatif|rectification|correction|corrigé)(?:\s+(?:du|le|au|daté du)\s+\d|\s*\(|\s*[:–—]\s*\S|\s+-\s)/iu

function readChange(text: string, published: string): ReadCredit | null {
  const match = CHANGE.exec(text)
  if (!match) return null
  return { kind: match[1] ? 'update' : 'correction', people: [], place: null, date: readDay(text, published) }
}

/**
 * Reads one sentence or line of credits: how the interview was made, who gave the pictures, who filmed, thanks, a
 * partnership. Null when it is none of them. `published` gives the year to a day without one; `known` are full names
 * that a first name alone may stand for.
 */
export function readCredit(text: string, published: string, known: readonly string[]): ReadCredit | null {
  const line = text.trim()
  if (line.length > 500) return null
  const plain = (kind: CreditKind): ReadCredit => ({ kind, people: [], place: null, date: null })
  const isDeclared = DECLARED.test(line)
  if (isDeclared && PARTNER.test(line)) return plain('disclosure')
  if (isDeclared && THANKS.test(line)) return plain('thanks')
  return (
    readChange(line, published) ??
    readMethod(line, published, known) ??
    readFilm(line, known) ??
    readVisuals(line, known) ??
    readBareVisuals(line, known) ??
    readRoles(line, known)
  )
}
