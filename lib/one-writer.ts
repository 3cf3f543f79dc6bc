import { PrismaPg } from '@prisma/adapter-pg'

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** Any number that no other program of this database takes as its lock. */
const WRITER_LOCK = 5_417_206

const PLAIN = { args: [], argTypes: [] }

/**
 * Milliseconds. A transaction holds the writers' lock: one whose process vanished must not hold it for ever, and a
 * server that stopped answering must be noticed.
 */
const LIMITS = {
  connectionTimeoutMillis: 5_000,
  idle_in_transaction_session_timeout: 60_000,
  lock_timeout: 60_000,
  keepAlive: true,
  // Compiling a query costs tens of milliseconds: more than any query of a magazine takes.
  options: '-c jit=off',
}

type Queries = Pick<Adapter, 'queryRaw' | 'executeRaw'>
type Query = Parameters<Adapter['queryRaw']>[0]

const withoutNul = (query: Query): Query => ({
  ...query,
  args: query.args.map((value) =>
    typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value,
  ),
})

/** PostgreSQL takes no NUL in a text, which some exports hold and SQLite keeps. */
function leaveOutNul(queries: Queries): void {
  const [queryRaw, executeRaw] = [queries.queryRaw.bind(queries), queries.executeRaw.bind(queries)]
  queries.queryRaw = (query) => queryRaw(withoutNul(query))
  queries.executeRaw = (query) => executeRaw(withoutNul(query))
}

/**
 * Prisma's PostgreSQL driver where transactions that write wait for each other, on whatever node they run, as they do
 * in SQLite: what one read is still true when it writes, and there is one behaviour to test. Reads wait for nobody.
 */
export class OneWriterPg extends PrismaPg {
  constructor(connectionString: string) {
    // An idle connection that breaks is replaced by the pool at the next query, which is where its error belongs.
    super({ connectionString, ...LIMITS }, { onPoolError: () => {}, onConnectionError: () => {} })
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    leaveOutNul(adapter)
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const transaction = await start(level)
      leaveOutNul(transaction)
      try {
        await transaction.executeRaw({ sql: `SELECT pg_advisory_xact_lock(${WRITER_LOCK})`, ...PLAIN })
      } catch (error) {
        await transaction.executeRaw({ sql: 'ROLLBACK', ...PLAIN }).catch(() => {})
        await transaction.rollback()
        throw error
      }
      return transaction
    }
    // The driver's own cuts a script at each semicolon, even inside a string or a function. Sent whole, it is also
    // applied whole or not at all.
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script)
    }
    return adapter
  }
}
