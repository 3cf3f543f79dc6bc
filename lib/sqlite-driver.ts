import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  type ColumnType,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { sqliteError } from './sqlite-errors.ts'
import { declaredType, toSqlite, typeOfValue, withInstants } from './sqlite-values.ts'

/** Statements kept ready; each also keeps the values it was last given. */
const MOST_STATEMENTS = 60
const NAME = { provider: 'sqlite', adapterName: 'node-sqlite' } as const

type Prepared = { statement: StatementSync; names: string[]; types: (ColumnType | undefined)[] }

/** One connection: what runs at once runs in turn, a transaction whole. */
class Connection {
  readonly database: DatabaseSync
  readonly #statements = new Map<string, Prepared>()
  #last: Promise<void> = Promise.resolve()

  constructor(path: string, timeout: number) {
    this.database = new DatabaseSync(path, { timeout })
  }

  /** Waits for those who came before; what it gives lets the next one in. */
  async turn(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const before = this.#last
    this.#last = promise
    await before
    return resolve
  }

  #prepare(sql: string): Prepared {
    const known = this.#statements.get(sql)
    this.#statements.delete(sql)
    const prepared = known ?? this.#preparedAnew(sql)
    this.#statements.set(sql, prepared)
    const [oldest] = this.#statements.size > MOST_STATEMENTS ? this.#statements.keys() : []
    if (oldest !== undefined) this.#statements.delete(oldest)
    return prepared
  }

  #preparedAnew(sql: string): Prepared {
    const statement = this.database.prepare(sql)
    statement.setReturnArrays(true)
    const columns = statement.columns()
    const types = columns.map(({ type }) => declaredType(type))
    return { statement, names: columns.map(({ name }) => name), types }
  }

  /** Runs a query; a failed one is prepared anew the next time. */
  #run<T>({ sql, args, argTypes }: SqlQuery, work: (prepared: Prepared, values: SQLInputValue[]) => T): T {
    try {
      const values = args.map((value, index) => toSqlite(value, argTypes[index]))
      return work(this.#prepare(sql), values)
    } catch (error) {
      this.#statements.delete(sql)
      throw new DriverAdapterError(sqliteError(error))
    }
  }

  query(query: SqlQuery): SqlResultSet {
    return this.#run(query, ({ statement, names, types }, values) => {
      const rows = statement
        .all(...values)
        .map((row) => withInstants(Array.isArray(row) ? row : Object.values(row), types))
      const columnTypes = types.map(
        (type, index) => type ?? typeOfValue(rows.find((row) => row[index] !== null)?.[index]),
      )
      return { columnNames: names, columnTypes, rows }
    })
  }

  execute(query: SqlQuery): number {
    return this.#run(query, ({ statement }, values) => Number(statement.run(...values).changes))
  }

  command(sql: string): void {
    this.execute({ sql, args: [], argTypes: [] })
  }

  /** Leaves no transaction open: SQLite may have ended it itself, as on a full disk. */
  undo(): void {
    try {
      if (this.database.isTransaction) this.database.exec('ROLLBACK')
    } catch {}
  }
}

/** A commit that fails is undone, so that the connection stays usable. */
function transactionOn(connection: Connection, release: () => void): Transaction {
  return {
    ...NAME,
    options: { usePhantomQuery: true },
    queryRaw: async (query) => connection.query(query),
    executeRaw: async (query) => connection.execute(query),
    commit: async () => {
      try {
        connection.command('COMMIT')
      } finally {
        connection.undo()
        release()
      }
    },
    rollback: async () => {
      connection.undo()
      release()
    },
  }
}

function adapterOn(connection: Connection): SqlDriverAdapter {
  const inTurn = async <T>(work: () => T): Promise<T> => {
    const release = await connection.turn()
    try {
      return work()
    } finally {
      release()
    }
  }
  return {
    ...NAME,
    queryRaw: (query) => inTurn(() => connection.query(query)),
    executeRaw: (query) => inTurn(() => connection.execute(query)),
    executeScript: (script) =>
      inTurn(() => {
        try {
          connection.database.exec(script)
        } catch (error) {
          connection.undo()
          throw new DriverAdapterError(sqliteError(error))
        }
      }),
    startTransaction: async () => {
      const release = await connection.turn()
      try {
        // A writer waits its turn here, within the busy timeout; one that reads first and writes later cannot wait.
        connection.command('BEGIN IMMEDIATE')
      } catch (error) {
        release()
        throw error
      }
      return transactionOn(connection, release)
    },
    dispose: async () => connection.database.close(),
  }
}

/**
 * Prisma on the SQLite that Node brings, one connection a client: nothing to install, and half the memory of a driver
 * in a library of its own. `timeout`: milliseconds that a writer waits for another process.
 */
export class SqliteDriver implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = NAME.provider
  readonly adapterName = NAME.adapterName
  readonly #path: string
  readonly #timeout: number

  constructor(path: string, timeout: number) {
    this.#path = path
    this.#timeout = timeout
  }

  async connect(): Promise<SqlDriverAdapter> {
    return adapterOn(new Connection(this.#path, this.#timeout))
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    return adapterOn(new Connection(':memory:', this.#timeout))
  }
}
