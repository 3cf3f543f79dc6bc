import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Database, openDatabase } from '../lib/db.ts'
import { env } from '../lib/env.ts'
import { migrate } from '../lib/migrate.ts'

/** A command called the wrong way, or on something that is not there: the message is all there is to say. */
export class UsageError extends Error {}

/** `parseArgs` whose complaints are `UsageError`s. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** Runs with the database, brought to the last migration, and closes it. */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  await migrate(env.DATABASE_URL)
  const database = await openDatabase()
  try {
    await work(database)
  } finally {
    await database.$disconnect()
  }
}
