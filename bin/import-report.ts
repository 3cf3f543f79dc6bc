import { existsSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { type ImportReport, isComplete, summarize } from '../lib/import/report.ts'
import { UsageError } from './usage.ts'

/** Options of every command that imports. */
export const reportOptions = {
  media: { type: 'string' },
  report: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const

/** One line that is written over, on a terminal only. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
}

/** Refuses a `--media` that is no folder before anything is read. */
export function checkFolder(media: string | undefined): void {
  if (media === undefined) return
  if (/^https?:/.test(media))
    throw new UsageError('--media attend un dossier : copiez d’abord wp-content/uploads ici')
  if (!existsSync(media) || !statSync(media).isDirectory())
    throw new UsageError(`--media : ${media} n’est pas un dossier`)
}

/** Prints a report, keeps it whole in `file` when asked; exit code 1 when something did not come in. */
export async function giveReport(report: ImportReport, file: string | undefined): Promise<void> {
  progress('')
  console.log(summarize(report))
  if (file) {
    await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
    console.log(`Rapport complet : ${file}`)
  }
  if (!isComplete(report)) process.exitCode = 1
}
