import type { Database } from '../db.ts'
import { kindOf } from './flag-labels.ts'
import { pathOfLink } from './former-addresses.ts'
import type { LedgerEntry, LedgerFlag } from './ledger.ts'
import type { ImportReport, ItemReport } from './report.ts'

/**
 * What is known of an item only once an import is over: the links that lead nowhere, every old address that leads to
 * it, and the items that the live site has no more.
 */

/** Rows read at a time. */
const BATCH = 500

/** An old address and where it leads. */
export type LedgerAddress = LedgerEntry['addresses'][number]

const keyOf = ({ site, type, id }: Pick<ItemReport, 'site' | 'type' | 'id'>): string =>
  `${site} ${type} ${id}`

function deadLinks({ flags }: ItemReport): LedgerFlag[] {
  const dead = flags.filter(({ code }) => code === 'link-dead')
  return dead.map((flag) => ({
    ...flag,
    detail: flag.detail.slice(0, 500),
    kind: kindOf(flag),
    excerpt: null,
  }))
}

/** The line of an item that no source gave: what the live site has no more. */
function goneEntry({ file, site, type, id, title, path, outcome, reason }: ItemReport): LedgerEntry {
  const counts = { characters: 0, comments: 0, terms: 0, metas: 0, lostBytes: 0 }
  return {
    ...{ file, site, type, id, title, path, outcome, reason },
    read: { format: 'rest', status: '', ...counts, warnings: [] },
    became: {},
    counts: null,
    lostWords: {},
    flags: [],
    addresses: [],
  }
}

/** Every old address of an article: those that its source gives, then the others that lead there. */
async function addressesOf(database: Database, entry: LedgerEntry): Promise<LedgerAddress[]> {
  if (entry.path === null) return entry.addresses
  const rows = await database.redirect.findMany({
    where: { article: { path: entry.path } },
    orderBy: { from: 'asc' },
    select: { from: true, to: true },
  })
  const given = new Set(entry.addresses.map(({ from }) => pathOfLink(from) ?? from))
  return [...entry.addresses, ...rows.filter(({ from }) => !given.has(from))]
}

/** The lines of the ledger as they are at the end of the import. */
export async function* settledEntries(
  database: Database,
  report: ImportReport,
  entries: AsyncIterable<LedgerEntry>,
): AsyncGenerator<LedgerEntry> {
  const items = new Map(report.items.map((item) => [keyOf(item), item]))
  for await (const entry of entries) {
    const item = items.get(keyOf(entry))
    items.delete(keyOf(entry))
    const flags = [
      ...entry.flags.filter(({ code }) => code !== 'link-dead'),
      ...(item ? deadLinks(item) : []),
    ]
    yield { ...entry, flags, addresses: await addressesOf(database, entry) }
  }
  for (const item of items.values()) yield goneEntry(item)
}

/** The whole table of old addresses: articles, stored files, lists. */
export async function* allAddresses(database: Database): AsyncGenerator<LedgerAddress> {
  for (let after = ''; ; ) {
    const rows = await database.redirect.findMany({
      where: { from: { gt: after } },
      orderBy: { from: 'asc' },
      take: BATCH,
      select: { from: true, to: true },
    })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.from
  }
}
