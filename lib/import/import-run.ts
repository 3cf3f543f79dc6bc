import type { RedirectInput } from '../articles/redirects.ts'
import type { Database } from '../db.ts'
import { readSource } from '../wordpress/read.ts'
import { SourceError, type SourceEvent } from '../wordpress/source.ts'
import { ConvertPool } from './convert-pool.ts'
import type { LedgerEntry } from './ledger.ts'
import type { PageLink } from './link-pages.ts'
import { emptyReport, type ImportReport } from './report.ts'
import { loadSiteFacts, type SiteFacts } from './site-facts.ts'

export type ImportOptions = {
  files: string[]
  /** Folder that mirrors the old site's uploads. */
  media: string | null
  dryRun: boolean
  /** Called as the work goes on, with a line in French. */
  onProgress: (line: string) => void
  /** Takes each line of the ledger as it is known; without it, none is made. */
  onEntry?: (entry: LedgerEntry) => void
}

/** What the two readings of an import share. */
export class ImportRun {
  readonly report: ImportReport
  readonly pages: PageLink[] = []
  /** Items with links to their site, by `sourceKey`, and their place in the report. */
  readonly linked = new Map<string, { index: number; isOpen: boolean }>()
  hasMoved = false
  /** What leads to stored files, to be written once the media library is read. */
  readonly files: { mediaId: string; redirects: RedirectInput[] }[] = []
  readonly pool = new ConvertPool()
  readonly database: Database
  readonly options: ImportOptions
  readonly #facts = new Map<string, SiteFacts>()

  constructor(database: Database, options: ImportOptions) {
    this.database = database
    this.options = options
    this.report = emptyReport(options.dryRun)
  }

  async factsOf(site: string): Promise<SiteFacts> {
    const facts = this.#facts.get(site) ?? (await loadSiteFacts(this.database, site))
    this.#facts.set(site, facts)
    return facts
  }

  /** What a file says, one event at a time. What stops the reading is for `onError`, after the whole items before it. */
  async *eventsOf(file: string, onError: (message: string) => void = () => {}): AsyncGenerator<SourceEvent> {
    try {
      yield* readSource(file)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      onError(error.message)
    }
  }
}
