// `node scripts/new-migration.ts NAME`: writes the migration from the models of the last commit to those of
// prisma/schema.prisma as it stands now. Read the SQL before you commit both together.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { changeSql, MIGRATIONS } from '../lib/migrate.ts'

const [name] = process.argv.slice(2)
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error('usage: node scripts/new-migration.ts name_of_the_change')

const former = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' })
const sql = await changeSql(`file:${path.join(tmpdir(), 'chapo-new-migration.db')}`, former)
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = path.join(MIGRATIONS, `${stamp}_${name}`)
mkdirSync(folder)
writeFileSync(path.join(folder, 'migration.sql'), sql)
console.log(`${path.relative(process.cwd(), folder)}/migration.sql`)
