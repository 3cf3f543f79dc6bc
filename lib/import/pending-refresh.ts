import { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { refreshTags } from '../freshness/refresh.ts'

/** A statement takes 32,766 values in SQLite, 65,535 in PostgreSQL. */
const MOST_AT_ONCE = 10_000

/** Remembers what to refresh in the transaction that makes it necessary: a kill before the refresh loses nothing. */
export async function noteRefresh(
  transaction: Prisma.TransactionClient,
  tags: readonly string[],
): Promise<void> {
  for (let start = 0; start < tags.length; start += MOST_AT_ONCE) {
    const rows = tags.slice(start, start + MOST_AT_ONCE).map((tag) => Prisma.sql`(${tag})`)
    await transaction.$executeRaw`INSERT INTO "PendingRefresh" (tag) VALUES ${Prisma.join(rows)} ON CONFLICT DO NOTHING`
  }
}

/** Refreshes what this import, or one that was killed, has changed. */
export async function refreshPending(database: Database): Promise<void> {
  const tags = (await database.pendingRefresh.findMany()).map(({ tag }) => tag)
  if (tags.length === 0) return
  await refreshTags(tags)
  await database.pendingRefresh.deleteMany({ where: { tag: { in: tags } } })
}
