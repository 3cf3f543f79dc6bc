import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '../db.ts'
import { importFiles } from '../import/import-files.ts'

const cases = process.env.CHAPO_CASES || path.join(import.meta.dirname, '../../../shared/cases')
const folder = path.join(cases, '../wordpress')

/** The exports of real sites at hand; none where their folder is absent. */
export const exportFiles: string[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.xml'))
      .map((file) => path.join(folder, file))
  : []

/** Imports them all, without their media. */
export async function importExports(database: Database): Promise<void> {
  await importFiles(database, { files: exportFiles, media: null, dryRun: false, onProgress: () => {} })
}
