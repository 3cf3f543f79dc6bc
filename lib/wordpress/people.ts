/** Names of people in running text, as French bylines and credits write them. */

/** A capital word, or an initial with its full stop ("J.-P."). */
const WORD = "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)?|\\p{Lu}[\\p{L}\\p{M}'’-]{0,30})"
const PARTICLE = "(?:(?:de|du|des|la|le|van|von|der|da|di|del|el|ben)[ ]|d['’])"
const NAME = `${PARTICLE}?${WORD}(?: ${PARTICLE}{0,2}${WORD}){0,4}`
const JOIN = '(?:, | et | & | and )'

const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u')
const TITLE_NAME = new RegExp(`(?<![\\p{L}\\p{N}])${WORD}(?: ${PARTICLE}{0,2}${WORD}){1,3}`, 'gu')

/** A list of names, as the source of a regular expression with the `u` flag. */
export const NAME_LIST = `${NAME}(?:${JOIN}${NAME}){0,9}`

function bareName(text: string): string {
  return text
    .replace(/\([^)]{0,80}\)/gu, '')
    .replace(/\s+\/\s+[^/]{0,80}$/u, '')
    .replace(/^[\s:,;/|–—-]+|[\s:,;/|–—-]+$/gu, '')
    .replace(/(\p{Ll}{2})\.$/u, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The names of an enumeration ("A, B et C"), without what stands in brackets or after a slash; null if one is no name. */
export function splitNames(text: string): string[] | null {
  const flat = text.replace(/\([^)]{0,80}\)/gu, ' ').replace(/\s+/gu, ' ')
  const names = flat
    .split(/,\s*(?:et\s+)?|\s+et\s+|\s*&\s*|\s+and\s+/u)
    .map(bareName)
    .filter((name) => name !== '')
  const known = (name: string) =>
    (name.length <= 60 && WHOLE_NAME.test(name)) || /^la rédaction$/iu.test(name)
  return names.length > 0 && names.every(known) ? names : null
}

/** Words that open the name of a thing or a place. */
const NO_FIRST_NAME =
  /^(?:l[ea]s?|l['’]|une?|des?|du|en|à|aux?|ce|cette|mon|notre|votre|nos|vos|pour|plus|tout|grande?|petite?|rue|avenue|place|mairie|maison|hôtel|salle|université|école|ville|office|centre|chambre|région|comité|club|groupe|saint|sainte|nouvelle?)(?!\p{L})/iu

/** The names of a line that is nothing but full names; null when it says anything else. */
export function fullNames(line: string): string[] | null {
  const names = /[:/([]/u.test(line) || !/\p{Ll}/u.test(line) ? null : splitNames(line)
  return names?.every((name) => name.includes(' ') && !NO_FIRST_NAME.test(name)) ? names : null
}

/** Full names (two words or more) that stand in a title. */
export function namesIn(title: string): string[] {
  return [...title.matchAll(TITLE_NAME)].map((match) => bareName(match[0]))
}

/** A first name alone becomes the one known full name that begins with it. */
export function fullName(name: string, known: readonly string[]): string {
  if (name.includes(' ')) return name
  const matches = [...new Set(known.filter((full) => full.startsWith(`${name} `)))]
  return matches.length === 1 && matches[0] ? matches[0] : name
}
