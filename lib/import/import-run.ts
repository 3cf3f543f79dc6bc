import type { Move } from '../articles/redirects.ts'
import type { Database } from '../db.ts'
import type { MediaSource } from '../media/source.ts'
import { Vocabulary } from '../search/vocabulary.ts'
import { SourceError, type SourceEvent } from '../wordpress/source.ts'
import { ConvertPool } from './convert-pool.ts'
import type { LedgerEntry } from './ledger.ts'
import type { PageLink } from './link-pages.ts'
import { LinkedItems } from './linked-items.ts'
import { emptyReport, type ImportReport } from './report.ts'
import { loadSiteFacts, type SiteFacts } from './site-facts.ts'

/** Where items come from: a file, or a live site. `read` is called once for attachments, then for articles. */
export type ImportSource = {
  name: string
  read: (part: 'attachments' | 'articles') => AsyncIterable<SourceEvent>
}

export type ImportOptions = {
  /** Folder that mirrors the old site's uploads, archive of it, or the old site's address. */
  media: string | null
  /** Files may be fetched from this host and its network. */
  allowPrivate?: boolean
  dryRun: boolean
  /** Called as the work goes on, with a line in French. */
  onProgress: (line: string) => void
  /** Takes each line of the ledger as it is known. */
  onEntry?: (entry: LedgerEntry) => void
}

/** What the two readings of an import share. */
export class ImportRun {
  readonly report: ImportReport
  readonly pages: PageLink[] = []
  readonly linked = new LinkedItems()
  hasMoved = false
  /** When pages were last refreshed, in ms of `performance.now()`. */
  refreshedAt = 0
  /** What leads to stored files, to be written once the media library is read. */
  readonly fileMoves: Move[] = []
  /** Words that the search index is known to hold. */
  readonly vocabulary = new Vocabulary()
  readonly pool = new ConvertPool()
  readonly database: Database
  readonly sources: readonly ImportSource[]
  readonly options: ImportOptions
  /** Where files come from; null when none are to be had. */
  readonly media: MediaSource | null
  /** The promise, since several attachments are taken at once. */
  readonly #facts = new Map<string, Promise<SiteFacts>>()

  constructor(
    database: Database,
    sources: readonly ImportSource[],
    options: ImportOptions,
    media: MediaSource | null,
  ) {
    this.media = media
    this.database = database
    this.sources = sources
    this.options = options
    this.report = emptyReport(options.dryRun)
  }

  /** The sites that the sources are of. */
  get sites(): string[] {
    return [...this.#facts.keys()]
  }

  factsOf(site: string): Promise<SiteFacts> {
    const facts = this.#facts.get(site) ?? loadSiteFacts(this.database, site, this.media)
    this.#facts.set(site, facts)
    return facts
  }

  /** What a source says, one event at a time. What stops the reading is for `onError`, after the whole items before it. */
  async *eventsOf(
    source: ImportSource,
    part: 'attachments' | 'articles',
    onError: (message: string) => void = () => {},
  ): AsyncGenerator<SourceEvent> {
    try {
      yield* source.read(part)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      onError(error.message)
    }
  }
}
