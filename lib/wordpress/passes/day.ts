const FRENCH = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
const ENGLISH = 'january|february|march|april|may|june|july|august|september|october|november|december'
const MONTHS = [FRENCH.split('|'), ENGLISH.split('|')]

/** A day in French, as the source of a regular expression: "1er mars 2019". */
export const FRENCH_DAY = `\\d{1,2}(?:er)?\\s+(?:${FRENCH})(?:\\s+\\d{4})?`

const DAY = new RegExp(`(?<!\\p{L})(\\d{1,2})(?:er)?\\s+(${FRENCH})(?:\\s+(\\d{4}))?`, 'iu')
/** An English frame around a month in either language: "avril 2nd, 2012". */
const STAMP_DAY = new RegExp(
  `(?<!\\p{L})(${FRENCH}|${ENGLISH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
  'iu',
)

function monthOf(name: string): string {
  const indexes = MONTHS.map((names) => names.indexOf(name.toLowerCase()))
  return String(Math.max(...indexes) + 1).padStart(2, '0')
}

/** The text without its days. */
export function withoutDay(text: string): string {
  return text.replace(DAY, '')
}

/** The day that a text names, YYYY-MM-DD; without a year, the last such day before publication. */
export function readDay(text: string, published: string): string | null {
  const match = DAY.exec(text)
  if (!match?.[1] || !match[2]) return null
  const day = `${monthOf(match[2])}-${match[1].padStart(2, '0')}`
  if (match[3]) return `${match[3]}-${day}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(published)) return null
  const year = Number(published.slice(0, 4))
  return `${day <= published.slice(5, 10) ? year : year - 1}-${day}`
}

/** The day of a line that a plugin stamped, month first, or as French writes it; null without a year. */
export function readStampDay(text: string): string | null {
  const match = STAMP_DAY.exec(text)
  if (match?.[1] && match[2]) return `${match[3]}-${monthOf(match[1])}-${match[2].padStart(2, '0')}`
  return readDay(text, '')
}
