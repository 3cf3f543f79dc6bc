import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { PrismaClient } from '../generated/prisma/client.ts'
import { env } from './env.ts'
import { OneConnectionLibSql } from './one-connection.ts'

/** Milliseconds a writer waits for another one (an import while the site runs) before it fails. */
const BUSY_TIMEOUT = 10_000

/** The driver of `DATABASE_URL`, for the client and for migrations. Makes the folder of the file if needed. */
export function createAdapter(url: string = env.DATABASE_URL): OneConnectionLibSql {
  mkdirSync(path.dirname(path.resolve(url.slice('file:'.length))), { recursive: true })
  return new OneConnectionLibSql({ url, timeout: BUSY_TIMEOUT })
}

export type Database = PrismaClient

/**
 * A client of its own, for the command line and tests. WAL lets readers go on while an import writes; with it, NORMAL
 * survives a kill at any moment, and only a power cut may take the last commits (sqlite.org/pragma.html#pragma_synchronous).
 */
export async function openDatabase(url: string = env.DATABASE_URL): Promise<PrismaClient> {
  const client = new PrismaClient({ adapter: createAdapter(url) })
  await client.$queryRawUnsafe('PRAGMA journal_mode = WAL')
  await client.$queryRawUnsafe('PRAGMA synchronous = NORMAL')
  return client
}

let shared: Promise<PrismaClient> | undefined

/** The server's one client. */
export function database(): Promise<PrismaClient> {
  shared ??= openDatabase()
  return shared
}

/**
 * The JSON `text` for a `Json` column, as Prisma's engine takes it. Given the object itself, the client walks every
 * node of it several times, which is most of what storing an article costs.
 */
export function asJson(text: string): { toJSON: () => unknown } {
  return { toJSON: () => ({ $type: 'Json', value: text }) }
}
