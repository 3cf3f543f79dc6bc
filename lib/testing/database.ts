import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { type Database, openDatabase } from '../db.ts'
import { migrate } from '../migrate.ts'

/** A folder that goes away after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'chapo-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real SQLite database, migrated and empty, for one test file. */
export async function temporaryDatabase(): Promise<Database> {
  const url = `file:${path.join(temporaryFolder(), 'test.db')}`
  await migrate(url)
  const database = await openDatabase(url)
  afterAll(() => database.$disconnect())
  return database
}
