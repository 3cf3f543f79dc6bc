import { checkRedirects } from '../articles/check-redirects.ts'
import type { Database } from '../db.ts'
import { env } from '../env.ts'
import { refreshPending } from '../freshness/pending.ts'
import type { JsonBytes } from '../json-bytes.ts'
import { openMediaSource } from '../media/source.ts'
import { clearPartial } from '../media/write-whole.ts'
import { readNames, readSource, sourceFiles } from '../wordpress/read.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { readFirst } from './first-reading.ts'
import { type ItemToImport, importItems } from './import-item.ts'
import { type ImportOptions, ImportRun, type ImportSource } from './import-run.ts'
import { ledgerOf } from './ledger.ts'
import { reasonToLeaveOut } from './left-out.ts'
import { linkPages } from './link-pages.ts'
import { linkPeople } from './link-people.ts'
import { addItem, addToTotals, countFlags, type ImportReport, type ItemReport } from './report.ts'
import { learnItem } from './site-facts.ts'
import { sourceKey } from './source-records.ts'

/** Items written in one transaction; a long one counts for several, so that long ones take no more memory. */
const BATCH = 64
/** Characters of an item that counts for one. */
const USUAL = 16_000
/** Items that are converted ahead of those being written: a batch, so that neither of the two waits for the other. */
const AHEAD = 64
/** Milliseconds between refreshes of the pages that changed: readers see a long import go on. */
const REFRESH_EVERY = 1000

/** An item on its way: its conversion may still be running in a thread. */
type Underway = Omit<ItemToImport, 'json'> & { converting: Promise<JsonBytes> | null }

async function start(run: ImportRun, item: SourceItem): Promise<Underway> {
  const facts = await run.factsOf(item.site)
  // A live site gives its articles in the second reading only.
  learnItem(facts, item)
  if (reasonToLeaveOut(item, facts)) return { item, facts, converting: null }
  const hosts = URL.canParse(item.site) ? [new URL(item.site).host] : []
  const { shelf, reusable } = facts
  const converting = run.pool.convert(item, { attachments: shelf.byId, hosts, reusable })
  return { item, facts, converting }
}

/** What was changed so far, where it is due; a kill before leaves it to the next import. */
async function refreshNow(run: ImportRun): Promise<void> {
  if (performance.now() - run.refreshedAt < REFRESH_EVERY) return
  await refreshPending(run.database)
  run.refreshedAt = performance.now()
}

async function taken(batch: readonly Underway[]): Promise<ItemToImport[]> {
  const jsons = await Promise.all(batch.map(({ converting }) => converting))
  return batch.map(({ item, facts }, index) => ({ item, facts, json: jsons[index] ?? null }))
}

/** Writes a batch, and reports on it. Attachments were counted by the first reading. */
async function finish(
  run: ImportRun,
  entry: ImportReport['files'][number],
  batch: Underway[],
): Promise<void> {
  const { database, report, options, pages } = run
  const works = await taken(batch)
  const results = await importItems(database, works, options.dryRun ? 'dry' : 'first', run.vocabulary)
  for (const [index, { item }] of works.entries()) {
    const result = results[index]
    const { site, type, id, title, parent, lostBytes } = item
    if (!result || type === 'attachment') continue
    const { links, hasMoved, proof, ...rest } = result
    const itemReport: ItemReport = { file: entry.file, site, type, id, title, lostBytes, ...rest }
    // A clone shares no string with the item: V8 keeps a whole content alive for a few words cut from it.
    const own = structuredClone(itemReport)
    const isKept = addItem(report, own)
    run.linked.add(item, links, isKept ? own : null)
    run.hasMoved ||= hasMoved
    const line = ledgerOf(entry.file, item, proof, result)
    addToTotals(report.totals, line)
    options.onEntry?.(line)
    entry.items += 1
    if (type !== 'post' && result.path !== null) pages.push(structuredClone({ site, type, id, parent }))
    options.onProgress(`${entry.file} : ${entry.items} contenus`)
  }
  if (!options.dryRun) await refreshNow(run)
}

/** Items that come in once more, for their links alone: the report keeps what became of them, and names dead links. */
async function finishAgain(run: ImportRun, file: string, batch: Underway[]): Promise<void> {
  const works = await taken(batch)
  const results = await importItems(run.database, works, 'last', run.vocabulary)
  for (const [index, { item }] of works.entries()) {
    const linked = run.linked.get(item)
    const result = results[index]
    if (!linked || !result) continue
    const { links: _links, hasMoved: _hasMoved, proof: _proof, ...rest } = result
    const dead = result.flags.filter(({ code }) => code === 'link-dead')
    countFlags(run.report, dead)
    const { site, type, id, title, lostBytes } = item
    // The ledger takes dead links from the report: an item that has some is always there.
    if (!linked.line && dead.length > 0) {
      linked.line = structuredClone({
        file,
        site,
        type,
        id,
        title,
        lostBytes,
        ...rest,
        flags: [],
      })
      run.linked.add(item, 'settled', linked.line)
      run.report.items.push(linked.line)
    }
    if (linked.line)
      linked.line.flags = [
        ...linked.line.flags.filter(({ code }) => code !== 'link-dead'),
        ...structuredClone(dead),
      ]
  }
  await refreshNow(run)
}

/**
 * Third reading, of the items that link to what was not known yet when they came in, as an article further down, or to
 * what may have moved since: they come in again, and their links are what they will be at the next import.
 */
async function settleLinks(run: ImportRun): Promise<void> {
  const { linked, hasMoved } = run
  if (!hasMoved && !linked.hasOpen) return
  for (const source of run.sources) {
    const queue: Underway[] = []
    const takeBatch = () => queue.splice(0, batchLength(queue))
    for await (const event of run.eventsOf(source, 'articles')) {
      const known = event.kind === 'item' ? linked.get(event.item) : null
      if (event.kind !== 'item' || !known || !(known.isOpen || hasMoved)) continue
      queue.push(await start(run, event.item))
      if (isFull(queue)) await finishAgain(run, source.name, takeBatch())
    }
    while (queue.length > 0) await finishAgain(run, source.name, takeBatch())
  }
}

const weightOf = ({ item }: Underway): number => Math.max(1, item.content.length / USUAL)

const isFull = (queue: readonly Underway[]): boolean =>
  queue.reduce((sum, underway) => sum + weightOf(underway), 0) >= BATCH + AHEAD

/** An item that comes twice stands in a later batch than its first. */
function batchLength(queue: readonly Underway[]): number {
  const keys = new Set<string>()
  let weight = 0
  for (const underway of queue) {
    const key = sourceKey(underway.item)
    if (keys.has(key) || weight >= BATCH) break
    keys.add(key)
    weight += weightOf(underway)
  }
  return keys.size
}

/** Second reading: all that is written besides the media library. */
async function readItems(run: ImportRun, source: ImportSource): Promise<void> {
  const { report } = run
  const file = source.name
  const entry: ImportReport['files'][number] = { file, items: 0, error: null }
  report.files.push(entry)
  const queue: Underway[] = []
  const takeBatch = () => queue.splice(0, batchLength(queue))
  const onError = (message: string) => {
    entry.error = message
  }
  for await (const event of run.eventsOf(source, 'articles', onError)) {
    if (event.kind === 'warning') report.warnings.push(`${file} : ${event.message}`)
    if (event.kind !== 'item') continue
    queue.push(await start(run, event.item))
    if (isFull(queue)) await finish(run, entry, takeBatch())
  }
  while (queue.length > 0) await finish(run, entry, takeBatch())
}

/**
 * Imports sources in order, each article whole or not at all, and refreshes the pages that changed. A source that
 * cannot be read to its end, or an item that cannot be stored, is named in the report; the rest goes on. Killed at any
 * moment and started again, it ends as if it had run through.
 */
export async function importSources(
  database: Database,
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { media, dryRun, allowPrivate = false } = options
  const files = media && !dryRun ? await openMediaSource(media, { allowPrivate }) : null
  const run = new ImportRun(database, sources, options, files)
  try {
    if (files) await clearPartial(env.MEDIA_DIR)
    if (!options.dryRun) await refreshPending(database)
    await readFirst(run)
    for (const source of sources) await readItems(run, source)
    if (!dryRun) {
      await linkPages(database, run.pages)
      for (const site of run.sites) await linkPeople(database, site, await run.factsOf(site))
      await settleLinks(run)
      await refreshPending(database)
      run.report.addresses = await checkRedirects(database)
    }
  } finally {
    await run.pool.close()
    await files?.close()
    if (files) await clearPartial(env.MEDIA_DIR)
  }
  return run.report
}

/** Imports files, and those of folders: `importSources` of what they hold together. */
export async function importFiles(
  database: Database,
  { files: paths, ...options }: ImportOptions & { files: string[] },
): Promise<ImportReport> {
  const files = await sourceFiles(paths)
  const names = await readNames(files)
  const sources = files.map((file) => ({ name: file, read: () => readSource(file, names) }))
  return importSources(database, sources, options)
}
