import type { Database } from '../db.ts'
import { refreshTags } from '../freshness/refresh.ts'
import { readNames, readSource, sourceFiles } from '../wordpress/read.ts'
import { SourceError, type SourceEvent, type SourceItem } from '../wordpress/source.ts'
import { type AttachmentShelf, loadShelf, storeAttachment, toAttachment } from './attachments.ts'
import { importItem } from './import-item.ts'
import { emptyReport, type ImportReport, type ItemReport } from './report.ts'

/** Where items come from: a file, or a live site. `read` is called once for attachments, then for articles. */
export type ImportSource = {
  name: string
  read: (part: 'attachments' | 'articles') => AsyncIterable<SourceEvent>
}

export type ImportOptions = {
  /** Folder that mirrors the old site's uploads. */
  media: string | null
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
  shelves: Map<string, AttachmentShelf>
}

async function shelfOf(run: Run, site: string): Promise<AttachmentShelf> {
  const known = run.shelves.get(site)
  if (known) return known
  const shelf = await loadShelf(run.database, site)
  run.shelves.set(site, shelf)
  return shelf
}

/** The items of a source, one by one. What stops the reading is kept for the report, after the whole items before it. */
async function* itemsOf(
  events: AsyncIterable<SourceEvent>,
  onError: (message: string) => void,
  onWarning: (message: string) => void,
) {
  try {
    for await (const event of events) {
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
  const attachment = toAttachment(item)
  const known = shelf.byId.get(item.id)
  report.attachments.read += 1
  if (options.dryRun) {
    shelf.add({ ...attachment, mediaId: known?.mediaId ?? null })
    return
  }
  const stored = await storeAttachment(database, item.site, attachment, known, options.media)
  shelf.add(stored.attachment)
  if (stored.attachment.mediaId) report.attachments.stored += 1
  if (stored.problem) report.attachments.problems.push(stored.problem)
}

/** First reading: attachments, which an export may hold after the articles that show them. */
async function readAttachments(run: Run, sources: readonly ImportSource[]): Promise<void> {
  for (const source of sources) {
    const ignore = () => {}
    for await (const item of itemsOf(source.read('attachments'), ignore, ignore)) {
      if (item.type !== 'attachment') continue
      await takeAttachment(run, item)
      run.options.onProgress(`médiathèque : ${run.report.attachments.read} fichiers`)
    }
  }
}

/** Second reading: articles and pages. */
async function readArticles(run: Run, { name: file, read }: ImportSource): Promise<void> {
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
    for await (const item of itemsOf(read('articles'), onError, (message) =>
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
      for (const warning of item.warnings) report.warnings.push(`${file} : ${type} ${id} : ${warning}`)
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
 * Imports sources in order, each article whole or not at all, and refreshes the pages that changed. A source that
 * cannot be read to its end, or an item that cannot be stored, is named in the report; the rest goes on.
 */
export async function importSources(
  database: Database,
  sources: readonly ImportSource[],
  options: ImportOptions,
): Promise<ImportReport> {
  const run: Run = { database, options, report: emptyReport(options.dryRun), shelves: new Map() }
  await readAttachments(run, sources)
  for (const source of sources) await readArticles(run, source)
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
