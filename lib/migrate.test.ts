import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrate, migrationsOf, schemaSql } from './migrate.ts'
import { temporaryFolder } from './testing/database.ts'

/**
 * Columns, foreign keys and indexes of the models: a column added later stands last in its table, which is no difference.
 * The search index is outside the models.
 */
function objects(file: string): string[] {
  const database = new DatabaseSync(file)
  const rows = database
    .prepare(
      `SELECT t.name || ' ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '') || ' ' || c.pk AS line
         FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '_prisma%' AND t.name NOT LIKE 'search!_%' ESCAPE '!'
       UNION ALL SELECT t.name || ' ' || f."from" || ' -> ' || f."table" || '.' || f."to" || ' ' || f.on_delete || ' ' || f.on_update
         FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
       UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE 'search!_%' ESCAPE '!'`,
    )
    .all()
  database.close()
  return rows.map(({ line }) => String(line)).sort()
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

  it('keep every row of a database of the first version', async () => {
    const name = '20261123000000_first'
    const sql = readFileSync(path.join(migrationsOf('sqlite'), name, 'migration.sql'), 'utf8')
    const former = path.join(folder, 'former.db')
    await migrate(`file:${path.join(folder, 'model.db')}`)
    const model = new DatabaseSync(path.join(folder, 'model.db'))
    const log = model.prepare("SELECT sql FROM sqlite_master WHERE name = '_prisma_migrations'").get()
    model.close()
    const database = new DatabaseSync(former)
    database.exec(`${sql}; ${log?.sql};
      INSERT INTO Article (path, slug, title, legacyTitle, standfirst, status, document, schemaVersion, excerpt,
        wordCount, readingMinutes, revision, savedAt) VALUES ('/a/', 'a', 'A', 'A', '', 'draft', '{}', 1, '', 1, 1, 'x', 0);
      INSERT INTO Person (slug, name) VALUES ('p', 'P');
      INSERT INTO Credit (articleId, personId, role, position) VALUES (1, 1, 'author', 0);
      INSERT INTO Redirect VALUES ('/b/', '/a/', 'slug', 1);
      INSERT INTO SourceRecord (site, type, wpId, format, hash, item, flags, articleId)
        VALUES ('s', 'post', 1, 'wxr', 'h', '{}', '[]', 1)`)
    const checksum = hash('sha256', sql)
    database
      .prepare(
        'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (?, ?, 1, ?, 1)',
      )
      .run('1', checksum, name)
    database.close()
    expect(await migrate(`file:${former}`)).not.toContain(name)
    const migrated = new DatabaseSync(former)
    const count = (table: string) => migrated.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n
    expect(['Article', 'Credit', 'Redirect'].map(count)).toEqual([1, 1, 1])
    expect(migrated.prepare('SELECT articleId FROM SourceRecord').get()?.articleId).toBe(1)
    migrated.close()
  })
})

describe('migrations of both engines', () => {
  const namesOf = (provider: 'sqlite' | 'postgresql') =>
    readdirSync(migrationsOf(provider))
      .filter((name) => name !== 'migration_lock.toml')
      .sort()

  it('are written together: PostgreSQL has those of SQLite since its first, and what is its own', () => {
    const [first = '', ...later] = namesOf('postgresql')
    const stamp = first.slice(0, '20261123034946'.length)
    const since = namesOf('sqlite').filter((name) => name.slice(0, stamp.length) > stamp)
    expect(later).toEqual(expect.arrayContaining(since))
  })
})
