import { Prisma } from '../generated/prisma/client.ts'
import { besidePrisma } from './beside-prisma.ts'

/** A column of JSON takes its text. */
type Cell = string | number | boolean | Date | null

/** A statement takes 32,766 values in SQLite, 65,535 in PostgreSQL. */
const MOST_VALUES = 30_000

/**
 * Inserts rows of one shape, in one statement as long as it can be. Prisma's `createMany` plans each statement anew,
 * value by value: for an import, more work than the database itself. Nothing is filled in: `@default(now())` and
 * `@updatedAt` are the caller's.
 */
export async function insertRows(
  transaction: Prisma.TransactionClient,
  table: Prisma.ModelName,
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const names = Prisma.raw(columns.map((column) => `"${column}"`).join(', '))
  const atOnce = Math.floor(MOST_VALUES / Math.max(1, columns.length))
  for (let start = 0; start < rows.length; start += atOnce)
    await besidePrisma(transaction, (pass) => {
      const cellOf = (cell: Cell | undefined) => (typeof cell === 'string' ? pass(cell) : (cell ?? null))
      const lists = rows
        .slice(start, start + atOnce)
        .map((row) => Prisma.join(columns.map((column) => cellOf(row[column]))))
      const values = Prisma.join(lists, '), (', '(', ')')
      return transaction.$executeRaw`INSERT INTO ${Prisma.raw(`"${table}"`)} (${names}) VALUES ${values}`
    })
}
