import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { bylineOf, htmlBody, markdownBody } from '../../../bin/export-files.ts'
import { readExport } from '../../articles/export.ts'
import type { Database } from '../../db.ts'
import { sourceSites, writeWxr } from '../../export/wxr.ts'
import { importFiles } from '../../import/import-files.ts'
import { convert } from '../../wordpress/convert.ts'
import type { SourceItem } from '../../wordpress/source.ts'
import type { Case } from './damage.ts'
import { dangersInHtml } from './dangers.ts'
import { itemsOf } from './source.ts'

/** A single item may take so many milliseconds, on a machine that does other work too. */
export const LONGEST = 2000

/** What a damaged file holds, decompressed as far as that goes. */
function contentOf({ damaged, compressed }: Case): Buffer {
  if (!compressed) return damaged
  try {
    return gunzipSync(damaged, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

/** Bytes that two files have in common, from their beginning. */
function commonStart(one: Buffer, other: Buffer): number {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return at
  return length
}

const ENDS = { wxr: '</item>', rest: '}\n', dump: '\n  }\n' }

/** How many items of an export end before a byte of it. */
function itemsBefore({ format, whole }: Case, damage: number): number {
  let count = 0
  const end = ENDS[format]
  for (let at = whole.indexOf(end); at >= 0; at = whole.indexOf(end, at + 1)) {
    const last = at + end.length
    const isSeparated = format !== 'rest' || whole.subarray(at, at + 3).toString() === '},\n'
    if (last <= damage && isSeparated) count += 1
  }
  return count
}

/** A dump tells the site by all of its items together. */
const comparable = (item: SourceItem | undefined) => JSON.stringify(item && { ...item, site: '' })

async function faultsOfReading(one: Case, folder: string): Promise<string[]> {
  const file = path.join(folder, 'whole.txt')
  writeFileSync(file, one.whole)
  const { items } = await itemsOf(path.join(folder, 'damaged.txt'))
  const before = await itemsOf(file)
  const safe = itemsBefore(one, commonStart(one.whole, contentOf(one)))
  const lost = before.items
    .slice(0, safe)
    .filter((item, index) => comparable(item) !== comparable(items[index]))
  const context = { attachments: new Map(), hosts: [], reusable: new Map() }
  const slow = items.flatMap((item) => {
    const start = performance.now()
    convert(item, context)
    const time = performance.now() - start
    return time > LONGEST ? [`item ${item.id} : ${Math.round(time)} ms`] : []
  })
  return [...lost.map(({ id }) => `item ${id}, avant le dommage : différent`), ...slow]
}

/** All that readers, and other programs, could be given of an article. */
async function faultsOfOutput(database: Database, folder: string): Promise<string[]> {
  const faults: string[] = []
  const articles = new Set<string>()
  for await (const article of readExport(database, null)) {
    articles.add(`${article.source?.type} ${article.source?.wpId}`)
    const html = await htmlBody(database, article)
    await markdownBody(database, article)
    const { path: address, canonical } = article
    faults.push(...dangersInHtml(html).map((danger) => `danger dans ${address} : ${danger}`))
    if (!/^\/(?:[^\\\p{Cc}]{0,2000}\/)?$/u.test(address) || address.startsWith('//'))
      faults.push(`adresse ${address.slice(0, 200)}`)
    if (canonical !== null && !/^(?:https?:\/\/|\/(?!\/))/.test(canonical))
      faults.push(`canonique ${canonical}`)
  }
  const comments = await database.comment.findMany({ select: { authorUrl: true } })
  for (const { authorUrl } of comments)
    if (!/^(?:$|https?:|mailto:|tel:|[/?#])/i.test(authorUrl)) faults.push(`auteur ${authorUrl}`)
  const file = path.join(folder, 'written.xml')
  for (const site of await sourceSites(database, null)) {
    const pieces: string[] = []
    const options = { site, withOwn: true, path: null, byline: bylineOf }
    for await (const piece of writeWxr(database, options)) pieces.push(piece)
    writeFileSync(file, pieces.join(''))
    const { error, items } = await itemsOf(file)
    if (error) faults.push(`réécrit : ${error}`)
    // What became no article (files, revisions) goes back to WordPress as it came from there.
    for (const { id, content } of items.filter(({ type, id }) => articles.has(`${type} ${id}`)))
      faults.push(...dangersInHtml(content).map((danger) => `danger réécrit, ${id} : ${danger}`))
  }
  return faults
}

/** Empties what an import writes. */
async function clear(database: Database): Promise<void> {
  await database.$transaction([
    database.article.deleteMany(),
    database.sourceRecord.deleteMany(),
    database.redirect.deleteMany(),
    database.attachment.deleteMany(),
    database.account.deleteMany(),
    database.term.deleteMany(),
    database.person.deleteMany(),
    database.pendingRefresh.deleteMany(),
  ])
}

/**
 * What is wrong with the import of a damaged export: a crash, a slow item, code in an output, an item before the damage
 * that is not as it was, an old address that leads nowhere, a second import that changes something.
 */
export async function faultsOfExport(database: Database, folder: string, one: Case): Promise<string[]> {
  const file = path.join(folder, 'damaged.txt')
  writeFileSync(file, one.damaged)
  try {
    await clear(database)
    const read = await faultsOfReading(one, folder)
    const options = { files: [file], media: null, dryRun: false, onProgress: () => {} }
    const first = await importFiles(database, options)
    const refused = first.items.flatMap(({ outcome, id, reason }) =>
      outcome === 'failed' ? [`item ${id} refusé : ${reason}`] : [],
    )
    const output = await faultsOfOutput(database, folder)
    const second = await importFiles(database, options)
    const { created, updated } = second.counts
    const changed = created + updated > 0 ? [`second import : ${created} créés, ${updated} changés`] : []
    const addresses = [...(first.addresses?.problems ?? []), ...(second.addresses?.problems ?? [])]
    return [...read, ...refused, ...output, ...addresses, ...changed]
  } catch (error) {
    return [`erreur : ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
}
