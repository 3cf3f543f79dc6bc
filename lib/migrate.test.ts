import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrate, schemaSql } from './migrate.ts'
import { temporaryFolder } from './testing/database.ts'

/** Tables and indexes as SQLite keeps them, white space aside. */
function objects(file: string): string[] {
  const database = new DatabaseSync(file)
  const rows = database
    .prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '_prisma%'")
    .all()
  database.close()
  return rows.map(({ name, sql }) => `${name}: ${String(sql).replace(/\s+/g, ' ')}`).sort()
}

describe('migrations', () => {
  const folder = temporaryFolder()

  it('give the tables of the models, and are applied once', async () => {
    const migrated = path.join(folder, 'migrated.db')
    const direct = path.join(folder, 'direct.db')
    expect(await migrate(`file:${migrated}`)).not.toEqual([])
    expect(await migrate(`file:${migrated}`)).toEqual([])
    new DatabaseSync(direct).exec(await schemaSql(`file:${path.join(folder, 'unused.db')}`))
    expect(objects(migrated)).toEqual(objects(direct))
    expect(objects(migrated).length).toBeGreaterThan(10)
  })
})
