import { Prisma } from '../generated/prisma/client.ts'
import { besidePrisma } from './beside-prisma.ts'
import type { JsonBytes } from './json-bytes.ts'

/** A column of JSON takes its bytes. */
type Cell = string | number | boolean | Date | JsonBytes | null

/** A statement takes 32,766 values in SQLite, 65,535 in PostgreSQL. */
const MOST_VALUES = 30_000

/** The largest power of two up to `count`. */
const powerIn = (count: number): number => 2 ** Math.floor(Math.log2(count))

/**
 * Inserts rows of one shape. Prisma's `createMany` plans each statement anew, value by value: for an import, more work
 * than the database itself. Each statement takes a power of two of rows: few different ones are prepared then, and each
 * keeps the values that it was last given, as many texts as rows. Nothing is filled in: `@default(now())` and `@updatedAt`
 * are the caller's.
 */
export async function insertRows(
  transaction: Prisma.TransactionClient,
  table: Prisma.ModelName,
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const names = Prisma.raw(columns.map((column) => `"${column}"`).join(', '))
  const most = powerIn(MOST_VALUES / Math.max(1, columns.length))
  let start = 0
  while (start < rows.length) {
    const lot = rows.slice(start, start + Math.min(most, powerIn(rows.length - start)))
    start += lot.length
    await besidePrisma(transaction, (pass) => {
      const cellOf = (cell: Cell | undefined) =>
        typeof cell === 'string' || cell instanceof Uint8Array ? pass(cell) : (cell ?? null)
      const lists = lot.map((row) => Prisma.join(columns.map((column) => cellOf(row[column]))))
      const values = Prisma.join(lists, '), (', '(', ')')
      return transaction.$executeRaw`INSERT INTO ${Prisma.raw(`"${table}"`)} (${names}) VALUES ${values}`
    })
  }
}
