import { cacheLife } from 'next/cache'
import type { Database } from '../db.ts'
import { nextDue } from './queries.ts'

/** Seconds. */
const HOUR = 3600

/**
 * How long an answer is kept where nothing touches it: an hour. A server's tick refreshes what appears at its instant. A
 * platform without one (Vercel) has a scheduler that may be late: there an answer is not kept past the instant when
 * the next article is due, whether the scheduler comes or not.
 */
export async function keepUntilNextDue(database: Database): Promise<void> {
  if (!process.env.VERCEL) return cacheLife('hours')
  const now = new Date()
  const next = await database.article.findFirst(nextDue(now))
  const left = next?.publishedAt ? Math.ceil((next.publishedAt.getTime() - now.getTime()) / 1000) : HOUR
  cacheLife({ stale: 300, revalidate: Math.min(HOUR, left), expire: 24 * HOUR })
}
