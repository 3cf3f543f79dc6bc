import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The address of a new SQLite database that holds the tables and nothing else: what a build reads when it has no other. */
export function emptyDatabase(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'chapo-build-')), 'empty.db')
  const migrations = path.join(process.cwd(), 'prisma/migrations/sqlite')
  const database = new DatabaseSync(file)
  const folders = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1)))
    database.exec(readFileSync(path.join(migrations, name, 'migration.sql'), 'utf8'))
  database.close()
  return `file:${file}`
}
