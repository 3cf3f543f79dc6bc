import { site } from '../site.ts'

/** `YYYY-MM-DD HH:MM:SS`, in UTC. */
export function gmtDate(instant: Date): string {
  return instant.toISOString().slice(0, 19).replace('T', ' ')
}

/** The same on a clock in the magazine's time zone. */
export function localDate(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: site.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
}
