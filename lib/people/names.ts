import { fullNames, namesIn, splitNames } from '../wordpress/people.ts'
import { opensWithFirstName } from './first-names.ts'

/** Who a text names. Pure: what is found is proposed to an editor with a confidence, never taken for granted. */
export type Named = {
  name: string
  kind: 'person' | 'organisation'
  confidence: number
  /** The text alone does not say enough: it counts only for somebody who is known already. */
  mustExist?: true
}

/** Words with a capital that stand before a name and are no part of it. */
const OPENERS =
  /^(?:avec|par|selon|chez|quand|comme|mais|puis|ici|de|d['’]|et|où|photos?|photographies?|portraits?|interviews?|entretiens?|rencontres?|conversations?|dialogues?|monsieur|madame|mademoiselle|mm?\.?|mmes?\.?|mlle\.?|docteure?|dr\.?|professeure?|pr\.?|maître|me|président|présidente|directeur|directrice|visite)$/iu

/** A text is read to here: a caption or a title is shorter. */
const LONGEST = 600

/** "Rencontre avec Malik Derouet" → "Malik Derouet". */
function withoutOpeners(name: string): string {
  const words = name.split(' ')
  while (words.length > 0 && OPENERS.test(words[0] ?? '')) words.shift()
  return words.join(' ')
}

const GIVEN = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}"
const COUPLE = new RegExp(`(?<![\\p{L}’'-])(${GIVEN}) (?:et|&) (${GIVEN}) (${GIVEN})(?![\\p{L}-])`, 'gu')

/** "Jeanne et Romaric Lamblard": the first has the second's family name. */
function couples(text: string): string[] {
  return [...text.matchAll(COUPLE)].flatMap(([, first = '', second = '', family = '']) =>
    opensWithFirstName(first) && opensWithFirstName(second) && !opensWithFirstName(family)
      ? [`${first} ${family}`, `${second} ${family}`]
      : [],
  )
}

/** "Zorane et Romaric Lamblard": Zorane may be Zorane Lamblard; "Paris et New York" has the same shape. */
function relativesIn(text: string): Named[] {
  return [...text.slice(0, LONGEST).matchAll(COUPLE)].flatMap(([, first = '', , family = '']) => {
    if (opensWithFirstName(first) || OPENERS.test(first) || opensWithFirstName(family)) return []
    return [{ ...person(`${first} ${family}`, 0.75), mustExist: true as const }]
  })
}

/** The full names of a text, in order, each once. */
export function peopleIn(text: string): string[] {
  const short = text.slice(0, LONGEST)
  const names = namesIn(short)
    .map(withoutOpeners)
    .filter((name) => fullNames(name) !== null)
  return [...new Set([...couples(short), ...names])]
}

const BODIES =
  'association atelier agence banque centre coopérative collectif communauté comité compagnie chambre conservatoire école entreprise fédération fondation groupe institut laboratoire lycée mairie ministère musée office régie société syndicat théâtre union université'
const BODY = BODIES.split(' ')
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|')
const OWN_NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,40}"
const ORGANISATION = new RegExp(
  `(?<![\\p{L}’'-])(?:${BODY})s?(?: de la | de l['’]| du | des | de | d['’]| pour | en | et | )${OWN_NAME}(?: ${OWN_NAME}){0,3}`,
  'gu',
)

/** Organisations that say so: "Fondation Marc Sorel", "la coopérative du Soleil". */
export function organisationsIn(text: string): string[] {
  const found = [...text.slice(0, LONGEST).matchAll(ORGANISATION)].map(([name]) => name)
  return [...new Set(found.map((name) => name.charAt(0).toUpperCase() + name.slice(1)))]
}

/** True for a signature that is no person's. */
export function isOrganisation(name: string): boolean {
  return /^la rédaction$/iu.test(name) || organisationsIn(name).some((found) => found.length === name.length)
}

const person = (name: string, confidence: number): Named => ({ name, kind: 'person', confidence })
/** More capital words than a name has: a brand, a function, a place that a first name opens. */
const isLong = (name: string): boolean => name.split(' ').filter((word) => /^\p{Lu}/u.test(word)).length > 3
const sure = (name: string, yes: number, no: number): Named =>
  person(name, opensWithFirstName(name) && !isLong(name) ? yes : no)

/** A title: the person of an interview opens it ("Prénom Nom, luthière", "Nom (Organisation) : …"). */
export function namedInTitle(title: string, isInterview: boolean): Named[] {
  const people = peopleIn(title).map((name) => {
    const place = title.indexOf(name)
    const opens = place <= 0 && /^(?: ?[,:(«"“–—-]|$)/u.test(title.slice(place + name.length).trimStart())
    if (isInterview) return opens || place === -1 ? sure(name, 0.95, 0.8) : sure(name, 0.8, 0.4)
    return opens ? sure(name, 0.75, 0.4) : sure(name, 0.7, 0.3)
  })
  const [, inBrackets = ''] = /^[^(]{3,60}\((\p{Lu}[^()]{1,60})\)/u.exec(title) ?? []
  const isFirm = inBrackets !== '' && people.length > 0 && !opensWithFirstName(inBrackets)
  return [
    ...people.filter(({ name }) => !isFirm || name !== inBrackets),
    ...relativesIn(title),
    ...(isFirm ? [{ name: inBrackets, kind: 'organisation' as const, confidence: 0.7 }] : []),
  ]
}

/** A caption names whom it shows; a place with two capitals would be taken for somebody without a first name. */
export function namedInCaption(caption: string): Named[] {
  const organisations = organisationsIn(caption)
  const people = peopleIn(caption).filter((name) => !organisations.some((other) => other.includes(name)))
  return [
    ...people.map((name) => sure(name, 0.75, 0.3)),
    ...relativesIn(caption),
    ...organisations.map((name) => ({ name, kind: 'organisation' as const, confidence: 0.4 })),
  ]
}

/** A tag that is a name as a whole. */
export function namedByTag(tag: string): Named[] {
  if (isOrganisation(tag)) return [{ name: tag, kind: 'organisation', confidence: 0.75 }]
  return peopleIn(tag)
    .filter((name) => name.length === tag.trim().length)
    .map((name) => sure(name, 0.85, 0.4))
}

/** Who takes the floor by name: "Malik Derouet : …". */
export function namedAsSpeaker(words: string): Named[] {
  const line = words.trim()
  const names = fullNames(line)
  if (names) return names.map((name) => sure(name, 0.85, 0.6))
  const together = couples(line)
  const isAll = together.length > 0 && together.length === splitNames(line)?.length
  return isAll ? together.map((name) => sure(name, 0.85, 0.6)) : []
}

/** Who said what is quoted: a name alone, else those that the line names as a caption does ("Malik Derouet, couvreur"). */
export function namedInAttribution(words: string): Named[] {
  const named = namedAsSpeaker(words)
  return named.length > 0 ? named : namedInCaption(words)
}
