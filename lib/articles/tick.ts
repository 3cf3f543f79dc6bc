import type { Prisma } from '../../generated/prisma/client.ts'
import { type Database, database } from '../db.ts'
import { noteRefresh, refreshPending } from '../freshness/pending.ts'
import { sectionsTag, touchedTags } from '../freshness/tags.ts'
import { menuOf } from './menu.ts'
import { readStates } from './state.ts'

/**
 * Time: what was scheduled is visible from its instant on, by the query of every read; the tick refreshes the pages
 * that were kept before. It can run late, twice, or on several servers at once.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Clocks of several servers differ: what appears is refreshed again for so long. */
const OVERLAP = 2000

const hasLooked = (client: Prisma.TransactionClient, at: Date): Promise<unknown> =>
  client.tick.upsert({ where: { id: 1 }, create: { id: 1, at }, update: { at } })

/**
 * Notes what has appeared since the last tick that found something, or since an hour at most while ticks come. Before the
 * first one ever: in a day.
 */
export async function noteDue(client: Database, now: Date): Promise<void> {
  const known = (await client.tick.findUnique({ where: { id: 1 } }))?.at
  const last = known ?? new Date(now.getTime() - DAY)
  const due = await client.article.findMany({
    where: {
      status: 'published',
      type: { in: ['article', 'page'] },
      publishedAt: { gt: new Date(last.getTime() - OVERLAP), lte: now },
      // What was visible when it was saved was refreshed then.
      savedAt: { lt: client.article.fields.publishedAt },
    },
    select: { id: true },
  })
  if (due.length === 0) {
    // A minute back: a save that is under way may hold what was due meanwhile.
    if (!known || now.getTime() - known.getTime() > HOUR)
      await hasLooked(client, new Date(now.getTime() - MINUTE))
    return
  }
  await client.$transaction(async (transaction) => {
    const states = await readStates(
      transaction,
      due.map(({ id }) => id),
      now,
    )
    const tags = [...states.values()].flatMap((state) => touchedTags(null, state))
    const isSameMenu = (await menuOf(transaction, last)) === (await menuOf(transaction, now))
    await noteRefresh(transaction, [...new Set([...tags, ...(isSameMenu ? [] : [sectionsTag])])])
    await hasLooked(transaction, now)
  })
}

/** Shows what is due, and delivers what an earlier change could not. Gives the cache tags refreshed. */
export async function tick(client: Database, now = new Date()): Promise<string[]> {
  await noteDue(client, now)
  return refreshPending(client)
}

/** Ticks at once, then at each second of the clock as long as the process lives, and does not keep it alive. */
export function startTicking(): void {
  let isFailing = false
  const beat = async () => {
    try {
      await tick(await database())
      isFailing = false
    } catch (error) {
      if (!isFailing) console.error('Le rafraîchissement attend ; il est retenté chaque seconde :', error)
      isFailing = true
    }
    wait()
  }
  const wait = () => setTimeout(beat, 1000 - (Date.now() % 1000)).unref()
  void beat()
}
