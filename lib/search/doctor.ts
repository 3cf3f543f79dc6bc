import { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { engineOf } from './engine.ts'
import { type Indexable, indexArticles, makeIndex, reindexArticles, toIndexable } from './index-articles.ts'

/** What the index says and the articles do not, by article. */
export type IndexFault = { articleId: number; path: string | null; fault: 'absent' | 'stale' | 'left-over' }

const BATCH = 100

async function* batches(
  database: Prisma.TransactionClient,
): AsyncGenerator<(Indexable & { path: string })[]> {
  let last = 0
  for (;;) {
    const rows = await database.article.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true, path: true, title: true, standfirst: true, status: true, document: true },
    })
    const final = rows.at(-1)
    if (!final) return
    last = final.id
    yield rows.map(toIndexable)
  }
}

type Entry = { articleId: number | bigint; fingerprint: string }

/** Compares the index with what it would be made anew; gives what differs. Reads every article. */
export async function compareIndex(database: Database): Promise<{ count: number; faults: IndexFault[] }> {
  const rows = await database.$queryRaw<Entry[]>(
    Prisma.sql`SELECT "articleId", fingerprint FROM search_entry`,
  )
  const entries = new Map(rows.map(({ articleId, fingerprint }) => [Number(articleId), fingerprint]))
  const faults: IndexFault[] = []
  let count = 0
  for await (const articles of batches(database)) {
    const { indexed } = await makeIndex(database, articles)
    const paths = new Map(articles.map(({ id, path }) => [id, path]))
    for (const { articleId, fingerprint } of indexed) {
      count += 1
      const known = entries.get(articleId)
      entries.delete(articleId)
      if (known === fingerprint) continue
      const fault = known === undefined ? 'absent' : 'stale'
      faults.push({ articleId, path: paths.get(articleId) ?? null, fault })
    }
  }
  for (const articleId of entries.keys()) faults.push({ articleId, path: null, fault: 'left-over' })
  return { count, faults }
}

/** True when the newest article is not in the index as this version of Chapô would put it there: it cut words otherwise. */
export async function isIndexOutdated(database: Database): Promise<boolean> {
  const rows = await database.article.findMany({
    where: { status: 'published' },
    orderBy: { id: 'desc' },
    take: 1,
    select: { id: true, path: true, title: true, standfirst: true, status: true, document: true },
  })
  const { indexed } = await makeIndex(database, rows.map(toIndexable))
  const { articleId = 0, fingerprint = '' } = indexed[0] ?? {}
  const entries = await database.$queryRaw<Entry[]>(
    Prisma.sql`SELECT "articleId", fingerprint FROM search_entry WHERE "articleId" = ${articleId}`,
  )
  return indexed.length > 0 && entries[0]?.fingerprint !== fingerprint
}

/** Mends the articles at fault, a batch a transaction. */
export async function mendIndex(database: Database, faults: readonly IndexFault[]): Promise<void> {
  for (let start = 0; start < faults.length; start += BATCH) {
    const ids = faults.slice(start, start + BATCH).map(({ articleId }) => articleId)
    await database.$transaction((transaction) => reindexArticles(transaction, ids))
  }
}

/** Makes the whole index anew, its vocabulary too, in one transaction: readers keep the old one until then. */
export async function rebuildIndex(database: Database): Promise<number> {
  let count = 0
  await database.$transaction(
    (transaction) =>
      engineOf(transaction).rebuild(transaction, async () => {
        for await (const articles of batches(transaction)) {
          await indexArticles(transaction, articles, [])
          count += articles.length
        }
      }),
    { timeout: 3_600_000, maxWait: 60_000 },
  )
  return count
}
