// `node scripts/new-migration.ts NAME`: writes the migration from the models of the last commit to those of
// prisma/schema.prisma as it stands now, for both engines. Read the SQL before you commit all three together.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { changeSql, migrationsOf } from '../lib/migrate.ts'
import { providerOf } from '../prisma/providers.ts'
import { installPackages, serviceFolder, startPostgres } from './services.ts'

const [name] = process.argv.slice(2)
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error('usage: node scripts/new-migration.ts name_of_the_change')
// The engine asks PostgreSQL for its version before it writes for it.
if (installPackages(['postgresql']).length > 0) throw new Error('PostgreSQL manque : installez-le')

const former = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const postgres = await startPostgres()
for (const url of [`file:${path.join(serviceFolder('migration'), 'empty.db')}`, postgres.url]) {
  const sql = await changeSql(url, former)
  const folder = path.join(migrationsOf(providerOf(url)), `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  console.log(`${path.relative(process.cwd(), folder)}/migration.sql`)
}
await postgres.stop()
