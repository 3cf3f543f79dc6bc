import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import { type Provider, providerOf, schemaFor } from '../prisma/providers.ts'
import { createAdapter } from './db.ts'

/**
 * Prisma's own migration engine, compiled to WebAssembly: `prisma migrate` downloads a binary at start, which fails
 * where only the npm registry is reached. Both keep the same `_prisma_migrations` table.
 */

const ROOT = path.join(import.meta.dirname, '..')
const SCHEMA = path.join(ROOT, 'prisma/schema.prisma')
const NO_FILTER = { externalTables: [], externalEnums: [] }

/** Where the migrations of an engine stand. */
export const migrationsOf = (provider: Provider): string => path.join(ROOT, 'prisma/migrations', provider)

let loaded: Promise<void> | undefined
function load(): Promise<void> {
  loaded ??= (async () => {
    const file = path.join(ROOT, 'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm')
    const { instance } = await WebAssembly.instantiate(await readFile(file), {
      './schema_engine_bg.js': { ...engine },
    })
    engine.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
  })()
  return loaded
}

/** Works with the engine on the database at `url`, and closes its connections, which hold the lock of migrations. */
async function withEngine<T>(url: string, work: (engine: engine.SchemaEngine) => Promise<T>): Promise<T> {
  await load()
  const schema = schemaFor(providerOf(url), await readFile(SCHEMA, 'utf8'))
  const factory = bindMigrationAwareSqlAdapterFactory(await createAdapter(url))
  const opened: (() => Promise<unknown>)[] = []
  const connect = factory.connect
  factory.connect = async () => {
    const connection = await connect()
    if (connection.ok) opened.push(connection.value.dispose)
    return connection
  }
  try {
    return await work(await engine.SchemaEngine.new({ datamodels: [[SCHEMA, schema]] }, () => {}, factory))
  } finally {
    await Promise.all(opened.map((close) => close()))
  }
}

async function readMigrations(folder: string): Promise<engine.MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  )
  const lock = await readFile(path.join(folder, 'migration_lock.toml'), 'utf8')
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

/** True when the database had all of these: then the engine, which takes 24 MB, is not asked. */
async function hasHad(url: string, { migrationDirectories }: engine.MigrationList): Promise<boolean> {
  const sql = 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL'
  const connection = await (await createAdapter(url)).connect()
  try {
    const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
    const names = new Set(rows.map(([name]) => name))
    return migrationDirectories.every(({ path: name }) => names.has(name))
  } catch {
    // No table yet, or no database: the engine says what is wrong, if anything is.
    return false
  } finally {
    await connection.dispose()
  }
}

/** Applies what the database at `url` has not had yet; gives the names applied. */
export async function migrate(url: string): Promise<string[]> {
  const migrationsList = await readMigrations(migrationsOf(providerOf(url)))
  if (await hasHad(url, migrationsList)) return []
  return withEngine(url, async (schemaEngine) => {
    const { appliedMigrationNames } = await schemaEngine.applyMigrations({
      migrationsList,
      filters: NO_FILTER,
    })
    return appliedMigrationNames
  })
}

async function diff(url: string, from: engine.DiffTarget): Promise<string> {
  const content = schemaFor(providerOf(url), await readFile(SCHEMA, 'utf8'))
  const { stdout } = await withEngine(url, (schemaEngine) =>
    schemaEngine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  )
  return stdout ?? ''
}

/** The SQL that makes the tables of `schema.prisma` from nothing: what all the migrations together must give. */
export function schemaSql(url: string): Promise<string> {
  return diff(url, { tag: 'empty' })
}

/** The SQL that leads from the models of `former`, an older text of `schema.prisma`, to those of today. */
export function changeSql(url: string, former: string): Promise<string> {
  const content = schemaFor(providerOf(url), former)
  return diff(url, { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] })
}
