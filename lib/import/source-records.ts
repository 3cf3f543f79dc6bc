import { createHash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import type { Flag } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** A source item to keep beside the article made of it, or beside none. */
export type SourceToKeep = { item: SourceItem; hash: string; flags: Flag[]; articleId: number | null }

/** A revision is kept under the id of its article: one of each. */
function keyOf({ site, type, id, parent }: SourceItem) {
  return { site, type, wpId: type === 'revision' ? parent : id }
}

/** The identity of an item, as one string. */
export function sourceKey(item: SourceItem): string {
  return Object.values(keyOf(item)).join('\n')
}

export function hashOf(item: SourceItem): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('hex')
}

/** What is stored of the items already, with the articles made of them, by `sourceKey`. */
export async function findSources(database: Database, items: readonly SourceItem[]) {
  const keys = items.map(keyOf)
  const rows = await database.sourceRecord.findMany({
    where: {
      site: { in: [...new Set(keys.map(({ site }) => site))] },
      type: { in: [...new Set(keys.map(({ type }) => type))] },
      wpId: { in: [...new Set(keys.map(({ wpId }) => wpId))] },
    },
    select: {
      site: true,
      type: true,
      wpId: true,
      format: true,
      hash: true,
      article: { select: { id: true, path: true, revision: true, importedRevision: true } },
    },
  })
  return new Map(rows.map((row) => [[row.site, row.type, row.wpId].join('\n'), row]))
}

/** Stores the items, in the place of what was known of them. */
export async function keepSources(
  transaction: Prisma.TransactionClient,
  sources: readonly SourceToKeep[],
  known: ReadonlyMap<string, unknown>,
): Promise<void> {
  const rows = sources.map(({ item, ...rest }) => ({ ...keyOf(item), ...rest, item, format: item.format }))
  const fresh = rows.filter(({ item }) => !known.has(sourceKey(item)))
  if (fresh.length > 0) await transaction.sourceRecord.createMany({ data: fresh })
  for (const { site, type, wpId, ...data } of rows)
    if (known.has(sourceKey(data.item)))
      await transaction.sourceRecord.update({
        where: { site_type_wpId: { site, type, wpId } },
        data: { ...data, importedAt: new Date() },
        select: { id: true },
      })
}
