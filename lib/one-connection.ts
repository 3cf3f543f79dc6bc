import { PrismaLibSql } from '@prisma/adapter-libsql'

type Client = ReturnType<PrismaLibSql['createClient']>
type Transaction = Awaited<ReturnType<Client['transaction']>>

/** A transaction on the client's own connection. A commit that fails is undone, so that the connection stays usable. */
async function begin(client: Client): Promise<Transaction> {
  let isOpen = true
  const end = async (word: 'COMMIT' | 'ROLLBACK') => {
    isOpen = false
    await client.execute(word)
  }
  const rollback = () => end('ROLLBACK')
  const notHere = () => Promise.reject(new Error('Prisma n’emploie pas cette opération dans une transaction'))
  // A writer waits its turn here, within the busy timeout; one that reads first and writes later cannot wait.
  await client.execute('BEGIN IMMEDIATE')
  return {
    execute: (statement) => client.execute(statement),
    batch: notHere,
    executeMultiple: notHere,
    rollback,
    commit: async () => {
      try {
        await end('COMMIT')
      } catch (error) {
        await rollback().catch(() => {})
        throw error
      }
    },
    close: () => {
      if (isOpen) rollback().catch(() => {})
    },
    get closed() {
      return !isOpen
    },
  }
}

/**
 * Prisma's libSQL driver on one connection. `@libsql/client` leaves the connection of every transaction open, some
 * 2.4 MB and two file descriptors each, until the garbage collector meets it, if ever: a server that saves would run
 * out of both. The driver holds a lock from the beginning of a transaction to its end, so that nothing else comes in.
 */
export class OneConnectionLibSql extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]): Client {
    const client = super.createClient(config)
    client.transaction = () => begin(client)
    return client
  }
}
