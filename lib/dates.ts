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

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: site.timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** What a clock in the magazine's time zone shows at an instant: `2019-03-02T08:46:15`. */
export function zonedClock(instant: Date): string {
  const parts = clock.formatToParts(instant)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00'
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}

/** The instant at which a clock in the magazine's time zone shows `local`, which is given as if it were UTC. */
export function fromZonedClock(local: Date): Date {
  return new Date(2 * local.getTime() - Date.parse(`${zonedClock(local)}Z`))
}

/** The instant at which a day begins in the magazine's time zone; a 13th month or a 32nd day is the next one. */
export function instantInZone(year: number, month: number, day: number): Date {
  return fromZonedClock(new Date(Date.UTC(year, month - 1, day)))
}

const longMonth = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' })

/** A month of a year in words: "mars 2019". */
export function formatMonth(year: number, month: number): string {
  return longMonth.format(new Date(Date.UTC(year, month - 1, 1)))
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
