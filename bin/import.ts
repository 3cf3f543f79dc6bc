import { importFiles } from '../lib/import/import-files.ts'
import { checkMedia, reportOptions, runImport } from './import-report.ts'
import { liveOptions, liveSite, syncFrom } from './sync.ts'
import { readArguments, UsageError } from './usage.ts'

/** `import FILE…` or `import --from URL`, with `[--media DIR|ARCHIVE|URL] [--report FILE.json|FILE.html]… [--dry-run]`. */
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
  checkMedia(values.media)
  await runImport(values, (database, options) => importFiles(database, { files: positionals, ...options }))
}
