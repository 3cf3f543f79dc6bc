import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { insertRows } from '../insert-rows.ts'
import { refreshTags } from './refresh.ts'
import { announce } from './websub.ts'

/** Within what a statement takes of values. */
const AT_ONCE = 5000

/** Remembers what to refresh in the transaction that makes it necessary: a kill before the refresh loses nothing. */
export async function noteRefresh(
  transaction: Prisma.TransactionClient,
  tags: readonly string[],
): Promise<void> {
  await insertRows(
    transaction,
    'PendingRefresh',
    tags.map((tag) => ({ tag })),
  )
}

/**
 * Refreshes what stored changes have touched, whoever made them, and gives its tags. What cannot be delivered stays
 * noted, for the next tick of a server. A change stored meanwhile has rows of its own, which stay.
 */
export async function refreshPending(database: Database): Promise<string[]> {
  const done = new Set<string>()
  for (;;) {
    const rows = await database.pendingRefresh.findMany({ orderBy: { id: 'asc' }, take: AT_ONCE })
    if (rows.length === 0) return [...done].sort()
    const tags = [...new Set(rows.map(({ tag }) => tag))]
    await refreshTags(tags)
    await announce(tags)
    await database.pendingRefresh.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
    for (const tag of tags) done.add(tag)
  }
}
