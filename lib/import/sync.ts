import { archiveArticle } from '../articles/archive.ts'
import type { Database } from '../db.ts'
import { refreshTags } from '../freshness/refresh.ts'
import type { RestNames } from '../wordpress/rest-names.ts'
import { importSources } from './import-files.ts'
import type { ImportOptions } from './import-run.ts'
import { withNewComments, withRenamedTerms } from './live-changes.ts'
import { liveItem } from './live-item.ts'
import { isShown, type KnownItem, type LiveSource, liveSource } from './live-source.ts'
import type { ImportReport } from './report.ts'
import { openRest, type RestApi, type RestOptions } from './rest-api.ts'

export type SyncOptions = RestOptions & ImportOptions

/** What is here of a live site, and the name it is kept under: that of an earlier import of the same host. */
type Mirror = { site: string; known: KnownItem[] }

/**
 * Mirrors a live WordPress: what is new or changed there comes in, what is gone is archived, the rest is not touched.
 * What was edited here is kept.
 */
export function syncSite(database: Database, options: SyncOptions): Promise<ImportReport> {
  return mirror(database, options, (api, site, known) => {
    const around = async (names: RestNames) => {
      const { isSigned } = api
      const terms = await withRenamedTerms(database, site, names, { isSigned, dryRun: options.dryRun })
      return terms.union(await withNewComments(database, site, api))
    }
    return liveSource(api, site, known, around)
  })
}

/** The same for one item, by its WordPress id. */
export function syncItem(database: Database, options: SyncOptions, id: number): Promise<ImportReport> {
  return mirror(database, options, (api, site, known) => liveItem(api, site, known, id))
}

async function mirror(
  database: Database,
  options: SyncOptions,
  open: (api: RestApi, site: string, known: readonly KnownItem[]) => LiveSource,
): Promise<ImportReport> {
  const api = await openRest(options)
  const { site, known } = await readMirror(database, api.site)
  const source = open(api, site, known)
  const report = await importSources(database, [source], options)
  for (const item of source.gone) await archiveGone(database, site, item, report)
  return report
}

const hostOf = (site: string): string => site.toLowerCase().replace(/^https?:\/\/(?:www\.)?/, '')

async function readMirror(database: Database, home: string): Promise<Mirror> {
  const sites = await database.sourceRecord.findMany({ distinct: ['site'], select: { site: true } })
  const site = sites.find((one) => hostOf(one.site) === hostOf(home))?.site ?? home
  const rows = await database.$queryRaw<
    { type: string; id: number | bigint; modified: string | null; status: string | null }[]
  >`SELECT s.type, s."wpId" AS id, s.item->>'modifiedGmt' AS modified, a.status
    FROM "SourceRecord" s LEFT JOIN "Article" a ON a.id = s."articleId" WHERE s.site = ${site}`
  const known = rows.map(({ type, id, modified, status }) => ({
    type,
    id: Number(id),
    modified: modified ?? '',
    status,
  }))
  return { site, known }
}

async function archiveGone(
  database: Database,
  site: string,
  { type, id }: KnownItem,
  report: ImportReport,
): Promise<void> {
  const record = await database.sourceRecord.findUnique({
    where: { site_type_wpId: { site, type, wpId: id } },
    select: {
      article: {
        select: { id: true, path: true, title: true, status: true, revision: true, importedRevision: true },
      },
    },
  })
  const article = record?.article
  if (!article || !isShown(article)) return
  const { path, title } = article
  const isEdited = article.revision !== article.importedRevision
  const outcome = isEdited ? 'kept' : 'archived'
  const reason = isEdited ? 'retiré de WordPress, mais modifié ici : il reste publié' : 'retiré de WordPress'
  if (!isEdited && !report.dryRun) await refreshTags((await archiveArticle(database, article.id)) ?? [])
  report.items.push({ file: site, site, type, id, title, path, outcome, reason, lostBytes: 0, flags: [] })
  report.counts[outcome] += 1
}
