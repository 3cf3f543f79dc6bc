import type { SQLInputValue } from 'node:sqlite'
import { type ArgType, type ColumnType, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { arrived } from './beside-prisma.ts'

/** Types by which the columns of our tables are declared. */
const TYPES = new Map<string, ColumnType>([
  ['INTEGER', ColumnTypeEnum.Int32],
  ['BIGINT', ColumnTypeEnum.Int64],
  ['BOOLEAN', ColumnTypeEnum.Boolean],
  ['DATETIME', ColumnTypeEnum.DateTime],
  ['JSONB', ColumnTypeEnum.Json],
  ['REAL', ColumnTypeEnum.Double],
  ['TEXT', ColumnTypeEnum.Text],
])

/** The type of a column of a table; undefined for what is worked out. */
export const declaredType = (declared: string | null): ColumnType | undefined =>
  TYPES.get((declared ?? '').toUpperCase())

/** A number, a text: what a column without a declared type holds, as the sum of others. */
export function typeOfValue(value: unknown): ColumnType {
  if (typeof value === 'string') return ColumnTypeEnum.Text
  return typeof value === 'number' ? ColumnTypeEnum.UnknownNumber : ColumnTypeEnum.Int32
}

/** A value of Prisma's as SQLite takes it: instants are ISO texts, as Prisma compares them. */
export function toSqlite(value: unknown, type: ArgType | undefined): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  const instant = typeof value === 'string' && type?.scalarType === 'datetime' ? new Date(value) : value
  if (instant instanceof Date) return instant.toISOString().replace('Z', '+00:00')
  if (typeof value === 'string') return arrived(value)
  if (typeof value === 'number' || typeof value === 'bigint') return value
  if (value === null || value === undefined) return null
  throw new Error(`valeur inattendue dans une requête : ${typeof value}`)
}

/** Instants that others wrote as numbers, as texts. */
export function withInstants(row: unknown[], types: readonly (ColumnType | undefined)[]): unknown[] {
  return types.includes(ColumnTypeEnum.DateTime)
    ? row.map((value, index) =>
        typeof value === 'number' && types[index] === ColumnTypeEnum.DateTime
          ? new Date(value).toISOString()
          : value,
      )
    : row
}
