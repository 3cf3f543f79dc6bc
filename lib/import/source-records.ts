import { hash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asJson, type Database, withoutNul } from '../db.ts'
import { insertRows } from '../insert-rows.ts'
import { type JsonBytes, jsonBytes, jsonText } from '../json-bytes.ts'
import type { Flag } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** A source item to keep, as JSON too, beside the article made of it, or beside none. */
export type SourceToKeep = {
  item: SourceItem
  json: JsonBytes
  hash: string
  flags: Flag[]
  articleId: number | null
}

/** A revision is kept under the id of its article: one of each. */
export function keyOf({ site, type, id, parent }: SourceItem) {
  return { site, type, wpId: type === 'revision' ? parent : id }
}

/** The identity of an item, as one string. */
export function sourceKey(item: SourceItem): string {
  return Object.values(keyOf(item)).join('\n')
}

/** An item with its JSON and the hash of it, which tells whether it changed. */
export function hashed(item: SourceItem): Pick<SourceToKeep, 'item' | 'json' | 'hash'> {
  const json = jsonBytes(withoutNul(JSON.stringify(item)))
  return { item, json, hash: hash('sha256', json) }
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
      article: {
        select: { id: true, path: true, revision: true, importedRevision: true, sourceModifiedAt: true },
      },
    },
  })
  return new Map(rows.map((row) => [[row.site, row.type, row.wpId].join('\n'), row]))
}

function columnsOf({ item, json, hash, flags, articleId }: SourceToKeep) {
  const { format } = item
  return {
    format,
    hash,
    item: json,
    flags: withoutNul(JSON.stringify(flags)),
    articleId,
    importedAt: new Date(),
  }
}

/** Stores the items, in the place of what was known of them. */
export async function keepSources(
  transaction: Prisma.TransactionClient,
  sources: readonly SourceToKeep[],
  known: ReadonlyMap<string, unknown>,
): Promise<void> {
  const former = sources.filter(({ item }) => known.has(sourceKey(item)))
  const fresh = sources.filter(({ item }) => !known.has(sourceKey(item)))
  const rows = fresh.map((source) => ({ ...keyOf(source.item), ...columnsOf(source) }))
  await insertRows(transaction, 'SourceRecord', rows)
  for (const source of former) {
    const { item, flags, ...columns } = columnsOf(source)
    await transaction.sourceRecord.update({
      where: { site_type_wpId: keyOf(source.item) },
      data: { ...columns, item: asJson(jsonText(item)), flags: asJson(flags) },
      select: { id: true },
    })
  }
}
