import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from '../lib/db.ts'
import type { ImportOptions } from '../lib/import/import-run.ts'
import { LedgerFile } from '../lib/import/ledger-file.ts'
import { type ImportReport, isComplete, summarize } from '../lib/import/report.ts'
import { UsageError, withDatabase } from './usage.ts'

/** Options of every command that imports. */
export const reportOptions = {
  media: { type: 'string' },
  'allow-private': { type: 'boolean', default: false },
  report: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', default: false },
} as const

export type ReportValues = {
  media?: string
  'allow-private': boolean
  report?: string[]
  'dry-run': boolean
}

/** One line that is written over, on a terminal only. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
}

/** Refuses a `--media` that is nothing at all before anything is read. */
export function checkMedia(media: string | undefined): void {
  if (media !== undefined && !/^https?:\/\//i.test(media) && !existsSync(media))
    throw new UsageError(`--media : ${media} n’est ni un dossier, ni une archive, ni une adresse`)
}

/** Said before a long import starts, not after. */
function openLedger(files: string[]): LedgerFile {
  for (const file of files) {
    if (!/\.(?:json|html)$/i.test(file))
      throw new UsageError(`--report ${file} : attendu un .json ou un .html`)
    if (!existsSync(dirname(file))) throw new UsageError(`--report ${file} : le dossier n’existe pas`)
  }
  return new LedgerFile(files)
}

/** Imports, prints the report and keeps it where asked; exit code 1 when something did not come in. */
export async function runImport(
  values: ReportValues,
  work: (database: Database, options: ImportOptions) => Promise<ImportReport>,
): Promise<void> {
  const ledger = openLedger(values.report ?? [])
  await withDatabase(async (database) => {
    const report = await work(database, {
      media: values.media ?? null,
      allowPrivate: values['allow-private'],
      dryRun: values['dry-run'],
      onProgress: progress,
      onEntry: (entry) => ledger.add(entry),
    })
    progress('')
    console.log(summarize(report))
    await ledger.write(database, report)
    if (values.report) console.log(`Rapport complet : ${values.report.join(', ')}`)
    if (!isComplete(report)) process.exitCode = 1
  })
}
