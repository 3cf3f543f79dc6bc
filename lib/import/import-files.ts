import type { Database } from '../db.ts'
import { env } from '../env.ts'
import { refreshTags } from '../freshness/refresh.ts'
import { eachAtOnce } from '../media/at-once.ts'
import { type MediaSource, openMediaSource } from '../media/source.ts'
import { clearPartial } from '../media/write-whole.ts'
import { readSource } from '../wordpress/read.ts'
import { SourceError, type SourceItem } from '../wordpress/source.ts'
import { type AttachmentShelf, loadShelf, storeAttachment, toAttachment } from './attachments.ts'
import { FILES_AT_ONCE } from './bring-media.ts'
import { importItem } from './import-item.ts'
import { emptyReport, type ImportReport, type ItemReport } from './report.ts'

export type ImportOptions = {
  files: string[]
  /** Folder that mirrors the old site's uploads, archive of it, or the old site's address. */
  media: string | null
  /** Files may be fetched from this host and its network. */
  allowPrivate?: boolean
  dryRun: boolean
  /** Called as the work goes on, with a line in French. */
  onProgress: (line: string) => void
}

/** Pages are refreshed every so many articles, so that a reader of a running server sees a long import as it goes. */
const REFRESH_EVERY = 50

type Run = {
  database: Database
  options: ImportOptions
  report: ImportReport
  /** One a site; the promise, since several attachments are read at once. */
  shelves: Map<string, Promise<AttachmentShelf>>
  source: MediaSource | null
}

function shelfOf(run: Run, site: string): Promise<AttachmentShelf> {
  const known = run.shelves.get(site)
  if (known) return known
  const shelf = loadShelf(run.database, site, run.source)
  run.shelves.set(site, shelf)
  return shelf
}

/** The items of a file, one by one. What stops the reading is kept for the report, after the whole items before it. */
async function* itemsOf(
  file: string,
  onError: (message: string) => void,
  onWarning: (message: string) => void,
) {
  try {
    for await (const event of readSource(file)) {
      if (event.kind === 'item') yield event.item
      else if (event.kind === 'warning') onWarning(event.message)
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    onError(error.message)
  }
}

async function takeAttachment(run: Run, item: SourceItem): Promise<void> {
  const { database, report, options } = run
  const shelf = await shelfOf(run, item.site)
  report.attachments.read += 1
  if (options.dryRun) {
    shelf.add({ ...toAttachment(item), media: shelf.byId.get(item.id)?.media ?? null }, item.guid)
    return
  }
  const { problem, isStored } = await storeAttachment(database, item, shelf)
  if (isStored) report.attachments.stored += 1
  if (problem) report.attachments.problems.push(problem)
  options.onProgress(`médiathèque : ${report.attachments.read} fichiers`)
}

async function* attachmentsOf(files: readonly string[]): AsyncGenerator<SourceItem> {
  const ignore = () => {}
  for (const file of files)
    for await (const item of itemsOf(file, ignore, ignore)) if (item.type === 'attachment') yield item
}

/** First reading: attachments, which an export may hold after the articles that show them. */
async function readAttachments(run: Run): Promise<void> {
  await eachAtOnce(attachmentsOf(run.options.files), FILES_AT_ONCE, (item) => takeAttachment(run, item))
}

/** Second reading: articles and pages. */
async function readArticles(run: Run, file: string): Promise<void> {
  const { report, options } = run
  const entry: ImportReport['files'][number] = { file, items: 0, error: null }
  report.files.push(entry)
  const pending = new Set<string>()
  const refresh = () => {
    refreshTags([...pending])
    pending.clear()
  }
  try {
    const onError = (message: string) => {
      entry.error = message
    }
    for await (const item of itemsOf(file, onError, (message) =>
      report.warnings.push(`${file} : ${message}`),
    )) {
      if (item.type === 'attachment') continue
      const { tags, ...result } = await importItem(
        run.database,
        item,
        await shelfOf(run, item.site),
        options.dryRun,
      )
      const { site, type, id, title, lostBytes } = item
      const itemReport: ItemReport = { file, site, type, id, title, lostBytes, ...result }
      // A clone shares no string with the item: V8 keeps a whole content alive for a few words cut from it.
      report.items.push(structuredClone(itemReport))
      report.counts[result.outcome] += 1
      entry.items += 1
      for (const tag of tags) pending.add(tag)
      if (entry.items % REFRESH_EVERY === 0) refresh()
      options.onProgress(`${file} : ${entry.items} contenus`)
    }
  } finally {
    refresh()
  }
}

/**
 * Imports files in order, each article whole or not at all, and refreshes the pages that changed. A file that
 * cannot be read to its end, or an item that cannot be stored, is named in the report; the rest goes on.
 */
export async function importFiles(database: Database, options: ImportOptions): Promise<ImportReport> {
  const { files, media, dryRun, allowPrivate = false } = options
  const source = media && !dryRun ? await openMediaSource(media, { allowPrivate }) : null
  const run: Run = { database, options, report: emptyReport(dryRun), shelves: new Map(), source }
  try {
    if (source) await clearPartial(env.MEDIA_DIR)
    await readAttachments(run)
    for (const file of files) await readArticles(run, file)
  } finally {
    await source?.close()
    if (source) await clearPartial(env.MEDIA_DIR)
  }
  return run.report
}
