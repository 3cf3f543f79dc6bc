import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { importFiles } from '../lib/import/import-files.ts'
import { LedgerFile } from '../lib/import/ledger-file.ts'
import { isComplete, summarize } from '../lib/import/report.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

/** One line that is written over, on a terminal only. */
function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
}

function checkFolder(media: string | undefined): void {
  if (media === undefined) return
  if (/^https?:/.test(media))
    throw new UsageError('--media attend un dossier : copiez d’abord wp-content/uploads ici')
  if (!existsSync(media) || !statSync(media).isDirectory())
    throw new UsageError(`--media : ${media} n’est pas un dossier`)
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

/** `import FILE… [--media DIR] [--report FILE.json|FILE.html]… [--dry-run]`; exit code 1 when something did not come in. */
export async function importCommand(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      media: { type: 'string' },
      report: { type: 'string', multiple: true },
      'dry-run': { type: 'boolean', default: false },
    },
  })
  if (positionals.length === 0) throw new UsageError('import : quel fichier ? (export WXR ou vidage PHP)')
  checkFolder(values.media)
  const ledger = openLedger(values.report ?? [])
  await withDatabase(async (database) => {
    const report = await importFiles(database, {
      files: positionals,
      media: values.media ?? null,
      dryRun: values['dry-run'],
      onProgress: progress,
      onEntry: (entry) => ledger.add(entry),
    })
    progress('')
    console.log(summarize(report))
    await ledger.write(report)
    if (values.report) console.log(`Rapport complet : ${values.report.join(', ')}`)
    if (!isComplete(report)) process.exitCode = 1
  })
}
