import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { refreshTags } from '../freshness/refresh.ts'
import { announce } from '../freshness/websub.ts'

/** Remembers what to refresh in the transaction that makes it necessary: a kill before the refresh loses nothing. */
export async function noteRefresh(
  transaction: Prisma.TransactionClient,
  tags: readonly string[],
): Promise<void> {
  if (tags.length === 0) return
  await transaction.$executeRawUnsafe(
    'INSERT OR IGNORE INTO PendingRefresh (tag) SELECT value FROM json_each(?)',
    JSON.stringify(tags),
  )
}

/** Refreshes what this import, or one that was killed, has changed. */
export async function refreshPending(database: Database): Promise<void> {
  const tags = (await database.pendingRefresh.findMany()).map(({ tag }) => tag)
  if (tags.length === 0) return
  refreshTags(tags)
  await announce(tags)
  await database.pendingRefresh.deleteMany({ where: { tag: { in: tags } } })
}
