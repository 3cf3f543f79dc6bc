import { fromZonedClock } from '../dates.ts'

/** `YYYY-MM-DD HH:MM:SS` as WordPress writes it, read as UTC; null for '' and for `0000-00-00 00:00:00`. */
function parseUtc(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})$/.exec(text)
  if (!match || match[1] === '0000') return null
  const date = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}

/** The instant of an item: its GMT date; without one (drafts of old versions), the local date in the time zone. */
export function instantOf(dateGmt: string, date: string): Date | null {
  const utc = parseUtc(dateGmt)
  if (utc) return utc
  const local = parseUtc(date)
  return local ? fromZonedClock(local) : null
}
