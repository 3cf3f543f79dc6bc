import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { EMPTY_BUILD_TAG } from '../cache/empty-build.ts'
import { PrismaClient } from '../generated/prisma/client.ts'
import { providerOf } from '../prisma/providers.ts'
import { emptyDatabase } from './empty-database.ts'
import { env } from './env.ts'
import { SqliteDriver } from './sqlite-driver.ts'

/** Milliseconds a writer waits for another one (an import while the site runs) before it fails. */
const BUSY_TIMEOUT = 10_000

/** The driver of an address, for the client and for migrations. Makes the folder of a SQLite file if needed. */
export async function createAdapter(url: string): Promise<SqlMigrationAwareDriverAdapterFactory> {
  if (providerOf(url) === 'postgresql') {
    const { OneWriterPg } = await import('./one-writer.ts')
    return new OneWriterPg(url)
  }
  const file = path.resolve(url.slice('file:'.length))
  mkdirSync(path.dirname(file), { recursive: true })
  return new SqliteDriver(file, BUSY_TIMEOUT)
}

/** What both engines answer to: the client of SQLite, whose filters PostgreSQL's has too. */
export type Database = PrismaClient

const isDatabase = (client: object): client is Database => '$transaction' in client

async function openPostgres(url: string): Promise<Database> {
  const postgres = await import('../generated/postgresql/client.ts')
  const client: object = new postgres.PrismaClient({ adapter: await createAdapter(url) })
  if (!isDatabase(client)) throw new Error('le client de PostgreSQL n’est pas celui attendu')
  return client
}

/**
 * A client of its own, for the command line and tests. WAL lets readers go on while an import writes; with it, NORMAL
 * survives a kill at any moment, and only a power cut may take the last commits (sqlite.org/pragma.html#pragma_synchronous).
 * The log is brought into the file every 16 MB: every 4, as SQLite would, is after each batch of an import.
 */
export async function openDatabase(url: string = env.DATABASE_URL): Promise<Database> {
  if (providerOf(url) === 'postgresql') return openPostgres(url)
  const client = new PrismaClient({ adapter: await createAdapter(url) })
  await client.$queryRawUnsafe('PRAGMA journal_mode = WAL')
  await client.$queryRawUnsafe('PRAGMA synchronous = NORMAL')
  await client.$queryRawUnsafe('PRAGMA wal_autocheckpoint = 4000')
  return client
}

let shared: Promise<Database> | undefined
let isEmpty = false

/**
 * What a build reads: the site's database, or an empty one where that does not answer or has no tables yet. Pages made
 * of the latter are for no reader: they carry a tag that the cache handler refuses.
 */
async function openForBuild(): Promise<Database> {
  try {
    const site = await openDatabase()
    await site.article.findFirst({ select: { id: true } })
    return site
  } catch {
    isEmpty = true
    return openDatabase(emptyDatabase())
  }
}

/** Outside a cached read, as when Next asks for addresses, there is no page to mark. */
async function markAsEmpty(): Promise<void> {
  const { cacheTag } = await import('next/cache')
  try {
    cacheTag(EMPTY_BUILD_TAG)
  } catch {}
}

/** The server's one client. */
export async function database(): Promise<Database> {
  shared ??= process.env.NEXT_PHASE === 'phase-production-build' ? openForBuild() : openDatabase()
  const client = await shared
  if (isEmpty) await markAsEmpty()
  return client
}

/**
 * JSON without the character NUL: of a value that holds one, PostgreSQL reads no key. A backslash begins a pair: in
 * `\\u0000` the six characters are text.
 */
export function withoutNul(json: string): string {
  if (!json.includes('\\u0000')) return json
  return json.replace(/\\(?:u0000|.)/g, (pair) => (pair === '\\u0000' ? '' : pair))
}

/**
 * The JSON `text` for a `Json` column, as Prisma's engine takes it. Given the object itself, the client walks every
 * node of it several times, which is most of what storing an article costs. NUL is left out.
 */
export function asJson(text: string): { toJSON: () => unknown } {
  return { toJSON: () => ({ $type: 'Json', value: withoutNul(text) }) }
}
