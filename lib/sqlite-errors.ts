import type { DriverAdapterError } from '@prisma/driver-adapter-utils'

type Reason = DriverAdapterError['cause']

/** Result codes of sqlite.org/rescode.html. */
const BUSY = 5
const FOREIGN_KEY = new Set([787, 1811])
const NOT_NULL = 1299
const UNIQUE = new Set([1555, 2067])

/** "UNIQUE constraint failed: Article.path, Article.slug" → the columns, and their table. */
function columnsIn(message: string): { fields: string[]; table: string | undefined } {
  const columns = (message.split('constraint failed: ')[1] ?? '').split(', ').map((name) => name.split('.'))
  return { fields: columns.flatMap((parts) => parts.at(-1) ?? []), table: columns[0]?.at(-2) }
}

function reasonOf(code: number, message: string): Reason {
  const { fields, table } = columnsIn(message)
  if (UNIQUE.has(code)) return { kind: 'UniqueConstraintViolation', constraint: { fields }, table }
  if (code === NOT_NULL) return { kind: 'NullConstraintViolation', constraint: { fields } }
  if (FOREIGN_KEY.has(code)) return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } }
  if (code % 256 === BUSY) return { kind: 'SocketTimeout' }
  const [, missing, name] = /^no such (table|column): (\S+)/.exec(message) ?? []
  if (missing === 'table') return { kind: 'TableDoesNotExist', table: name }
  if (missing === 'column') return { kind: 'ColumnNotFound', column: name }
  return { kind: 'sqlite', extendedCode: code, message }
}

/** What Prisma is told of an error of `node:sqlite`; any other is thrown again. */
export function sqliteError(error: unknown): Reason {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') throw error
  const { errcode, message } = error
  return { originalCode: String(errcode), originalMessage: message, ...reasonOf(errcode, message) }
}
