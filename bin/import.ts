import { importFiles } from '../lib/import/import-files.ts'
import { checkFolder, giveReport, progress, reportOptions } from './import-report.ts'
import { liveOptions, liveSite, syncFrom } from './sync.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

/** `import FILE…` or `import --from URL`, with `[--media DIR] [--report FILE.json] [--dry-run]`. */
export async function importCommand(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { ...liveOptions, ...reportOptions },
  })
  if (values.from !== undefined) {
    if (positionals.length > 0) throw new UsageError('import : des fichiers ou --from, pas les deux')
    return syncFrom(liveSite(values), values)
  }
  if (positionals.length === 0)
    throw new UsageError(
      'import : quel fichier ? (export WXR, réponses REST en JSON, vidage PHP, ou --from URL)',
    )
  checkFolder(values.media)
  await withDatabase(async (database) => {
    const report = await importFiles(database, {
      files: positionals,
      media: values.media ?? null,
      dryRun: values['dry-run'],
      onProgress: progress,
    })
    await giveReport(report, values.report)
  })
}
