import { checkRedirects } from '../articles/check-redirects.ts'
import { saveRedirects } from '../articles/redirects.ts'
import { mediaPath } from '../articles/reshape.ts'
import type { Database } from '../db.ts'
import { refreshTags } from '../freshness/refresh.ts'
import { readSource } from '../wordpress/read.ts'
import { SourceError, type SourceItem, type SourceSite } from '../wordpress/source.ts'
import { type AttachmentShelf, loadShelf, storeAttachment, toAttachment } from './attachments.ts'
import { fileRedirects, pathOfLink, siteRedirects } from './former-addresses.ts'
import { importItem } from './import-item.ts'
import { emptyReport, type ImportReport, type ItemReport } from './report.ts'

export type ImportOptions = {
  files: string[]
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
  sites: SourceSite[]
  /** Items with links to their site, and their place in the report. */
  linked: Map<string, { index: number; isOpen: boolean }>
  hasMoved: boolean
}

async function shelfOf(run: Run, site: string): Promise<AttachmentShelf> {
  const known = run.shelves.get(site)
  if (known) return known
  const shelf = await loadShelf(run.database, site)
  run.shelves.set(site, shelf)
  return shelf
}

/** The items of a file, one by one. What stops the reading is kept for the report, after the whole items before it. */
async function* itemsOf(
  file: string,
  onError: (message: string) => void,
  onWarning: (message: string) => void,
  onSite: (site: SourceSite) => void = () => {},
) {
  try {
    for await (const event of readSource(file)) {
      if (event.kind === 'item') yield event.item
      else if (event.kind === 'warning') onWarning(event.message)
      else onSite(event.site)
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    onError(error.message)
  }
}

async function leadToFile({ database }: Run, item: SourceItem, mediaId: string | null): Promise<void> {
  const media =
    mediaId && (await database.media.findUnique({ where: { id: mediaId }, select: { file: true } }))
  if (media) refreshTags(await saveRedirects(database, null, mediaPath(media.file), fileRedirects(item)))
}

/** Lists that had an id lead to those that came in; a term that no article has is no list. */
async function leadToLists({ database, sites }: Run): Promise<void> {
  for (const { to, term, redirects } of sites.flatMap(siteRedirects)) {
    const isThere = term === null || (await database.term.findUnique({ where: { type_slug: term } })) !== null
    if (isThere) refreshTags(await saveRedirects(database, null, to, redirects))
  }
}

async function takeAttachment(run: Run, item: SourceItem): Promise<void> {
  const { database, report, options } = run
  const shelf = await shelfOf(run, item.site)
  const attachment = toAttachment(item)
  const known = shelf.byId.get(item.id)
  report.attachments.read += 1
  if (options.dryRun) {
    shelf.add({ ...attachment, mediaId: known?.mediaId ?? null }, pathOfLink(item.link))
    return
  }
  const stored = await storeAttachment(database, item.site, attachment, known, options.media)
  shelf.add(stored.attachment, pathOfLink(item.link))
  await leadToFile(run, item, stored.attachment.mediaId)
  if (stored.attachment.mediaId) report.attachments.stored += 1
  if (stored.problem) report.attachments.problems.push(stored.problem)
}

/** First reading: attachments, which an export may hold after the articles that show them. */
async function readAttachments(run: Run): Promise<void> {
  for (const file of run.options.files) {
    const ignore = () => {}
    for await (const item of itemsOf(file, ignore, ignore, (site) => run.sites.push(site))) {
      if (item.type !== 'attachment') continue
      await takeAttachment(run, item)
      run.options.onProgress(`médiathèque : ${run.report.attachments.read} fichiers`)
    }
  }
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
      const { tags, links, hasMoved, ...result } = await importItem(
        run.database,
        item,
        await shelfOf(run, item.site),
        options.dryRun,
      )
      const { site, type, id, title, lostBytes } = item
      const itemReport: ItemReport = { file, site, type, id, title, lostBytes, ...result }
      // A clone shares no string with the item: V8 keeps a whole content alive for a few words cut from it.
      report.items.push(structuredClone(itemReport))
      if (links !== 'none')
        run.linked.set(linkedKey(item), { index: report.items.length - 1, isOpen: links === 'open' })
      run.hasMoved ||= hasMoved
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

const linkedKey = ({ site, type, id }: SourceItem): string => `${site} ${type} ${id}`

/**
 * Third reading, of the items that link to what was not known yet when they came in, as an article further down, or to
 * what may have moved since: they come in again, and their links are what they will be at the next import.
 */
async function settleLinks(run: Run): Promise<void> {
  const { database, report, options, linked, hasMoved } = run
  const again = new Map([...linked].filter(([, { isOpen }]) => isOpen || hasMoved))
  if (again.size === 0) return
  for (const file of options.files) {
    const ignore = () => {}
    for await (const item of itemsOf(file, ignore, ignore)) {
      const entry = report.items[again.get(linkedKey(item))?.index ?? -1]
      if (!entry || entry.file !== file) continue
      const { tags, flags } = await importItem(database, item, await shelfOf(run, item.site), false)
      refreshTags(tags)
      entry.flags = structuredClone(flags)
    }
  }
}

/**
 * Imports files in order, each article whole or not at all, and refreshes the pages that changed. A file that
 * cannot be read to its end, or an item that cannot be stored, is named in the report; the rest goes on.
 */
export async function importFiles(database: Database, options: ImportOptions): Promise<ImportReport> {
  const run: Run = {
    database,
    options,
    report: emptyReport(options.dryRun),
    shelves: new Map(),
    sites: [],
    linked: new Map(),
    hasMoved: false,
  }
  await readAttachments(run)
  for (const file of options.files) await readArticles(run, file)
  if (options.dryRun) return run.report
  await leadToLists(run)
  await settleLinks(run)
  run.report.addresses = await checkRedirects(database)
  return run.report
}
