import { site } from './site.ts'

/** Dates and durations in French, as the reader of the magazine sees them. */

const longDate = new Intl.DateTimeFormat('fr-FR', {
  timeZone: site.timeZone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** The day of an instant (ISO 8601) in Paris: "2 mars 2019", "1er mai 2020". Throws `RangeError` when it is none. */
export function formatDate(instant: string): string {
  return longDate.format(new Date(instant)).replace(/^1 /, '1er ')
}

function clockParts(seconds: number): { hours: number; minutes: number; rest: number } {
  return { hours: Math.floor(seconds / 3600), minutes: Math.floor(seconds / 60) % 60, rest: seconds % 60 }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** Seconds into a film as a time code: "6:30", "1:03:30". */
export function formatTimecode(seconds: number): string {
  const { hours, minutes, rest } = clockParts(seconds)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}` : `${minutes}:${twoDigits(rest)}`
}

/** Seconds as the `datetime` of a duration (HTML, ISO 8601): "PT6M30S". */
export function isoDuration(seconds: number): string {
  const { hours, minutes, rest } = clockParts(seconds)
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest}S`
}
