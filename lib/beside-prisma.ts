import { randomUUID } from 'node:crypto'
import { Prisma } from '../generated/prisma/client.ts'
import { providerOfClient } from '../prisma/providers.ts'
import { type JsonBytes, jsonText } from './json-bytes.ts'

/** How what stands for a text begins in a statement: nobody else can write it. */
const KEY = `\u0000${randomUUID()}:`
/** Shorter texts cost less than their way round. */
const LONG = 500

const waiting = new Map<string, string | JsonBytes>()
let count = 0

/** Gives what a statement is to be given for a text, or for JSON. */
export type Pass = (value: string | JsonBytes) => string | Prisma.Sql

/**
 * Runs raw statements whose long texts go straight to the driver of SQLite. Prisma writes the values of a raw statement as
 * JSON and reads them again: for the documents of an import, a twentieth of its time and 10 MB.
 */
export async function besidePrisma<T>(client: object, work: (pass: Pass) => Promise<T>): Promise<T> {
  if (providerOfClient(client) !== 'sqlite')
    return work((value) => (typeof value === 'string' ? value : jsonText(value)))
  const keys: string[] = []
  try {
    return await work((value) => {
      if (typeof value === 'string' && value.length < LONG) return value
      count += 1
      const key = `${KEY}${count}`
      keys.push(key)
      waiting.set(key, value)
      return typeof value === 'string' ? key : Prisma.sql`CAST(${key} AS TEXT)`
    })
  } finally {
    for (const key of keys) waiting.delete(key)
  }
}

/** For the driver: what a value stands for, or the value itself. Throws for a key that stands for nothing. */
export function arrived(value: string): string | JsonBytes {
  if (!value.startsWith(KEY)) return value
  const text = waiting.get(value)
  if (text === undefined) throw new Error('texte inconnu dans une requête')
  return text
}
