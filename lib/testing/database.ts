import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { createAdapter, type Database, openDatabase } from '../db.ts'
import { migrate } from '../migrate.ts'

/** A folder that goes away after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'chapo-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs SQL on the PostgreSQL server of the tests. */
async function administer(server: string, sql: string): Promise<void> {
  const connection = await (await createAdapter(server)).connect()
  try {
    await connection.executeScript(sql)
  } finally {
    await connection.dispose()
  }
}

/** The address of a new and empty database of the PostgreSQL server at `server`, of that name or one nobody has. */
export async function emptyPostgres(
  server: string,
  name = `chapo_test_${randomUUID().replaceAll('-', '')}`,
): Promise<string> {
  await administer(server, `CREATE DATABASE ${name}`)
  afterAll(() => administer(server, `DROP DATABASE ${name} WITH (FORCE)`))
  return new URL(`/${name}`, server).href
}

/** A real database, migrated and empty, for one test file: PostgreSQL where `TEST_POSTGRES` names a server, else SQLite. */
export async function temporaryDatabase(): Promise<Database> {
  const server = process.env.TEST_POSTGRES
  const url = server ? await emptyPostgres(server) : `file:${path.join(temporaryFolder(), 'test.db')}`
  await migrate(url)
  const database = await openDatabase(url)
  afterAll(() => database.$disconnect())
  return database
}
