import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@redis/client'
import { exchangeWith, type Send } from './redis-exchange.ts'
import { EVERY, type TagStore } from './tag-store.ts'

/** Milliseconds. A reader waits for Redis no longer than this, and not at all once it failed to answer. */
const PATIENCE = 200
const CONNECT_PATIENCE = 300
const PAUSE = 100
/** How often what other processes of this host refreshed is given, and what other hosts refreshed is taken. */
const HEARTBEAT = 500

export type RedisLink = {
  /** Waits until this host and Redis know the same, as of now; false when Redis does not answer in time. */
  sync(): Promise<boolean>
  close(): void
}

type Connection = { send: Send; close(): void; onEnd(listener: () => void): void }

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const late = new AbortController()
  const limit = sleep(milliseconds, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error('Redis ne répond pas à temps')
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    limit.catch(() => {})
    late.abort()
  }
}

/** One try: a connection that answers, or an error within the time allowed. */
async function connectOnce(url: string): Promise<Connection> {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { reconnectStrategy: false, connectTimeout: CONNECT_PATIENCE },
  })
  client.on('error', () => {})
  try {
    await within(CONNECT_PATIENCE, client.connect())
  } catch (error) {
    client.destroy()
    throw error
  }
  return {
    send: (command) => client.sendCommand(command),
    close: () => client.destroy(),
    onEnd: (listener) => void client.on('end', listener).on('error', listener),
  }
}

/**
 * Keeps this host's file of refreshes and Redis the same. While Redis does not answer, pages are served as they are
 * known here, refreshes wait in the file, and a new connection is tried several times a second: a connection that says
 * nothing is worth as much as none, since a network that was cut says nothing either. `onReturn` is told
 * the tags that were refreshed meanwhile, here or elsewhere, once all know them.
 */
export function linkThroughRedis(
  url: string,
  local: TagStore,
  onReturn: (tags: string[]) => void,
): RedisLink {
  const exchange = exchangeWith(local)
  let connection: Connection | null = null
  let isClosed = false
  let isDown = false
  /** The last refresh here that Redis was told for certain: what came after it may not have left. */
  let told = local.sequence()
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  /** An exchange that begins after this call; all who call while one is under way share the one after it. */
  function exchangeOn(used: Connection): Promise<void> {
    if (!running) {
      const sequence = local.sequence()
      running = exchange(used.send)
        .then(() => {
          told = sequence
        })
        .finally(() => {
          running = null
        })
      return running
    }
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return exchangeOn(used)
      })
    return next
  }

  function say(isAnswering: boolean): void {
    if (isDown === isAnswering)
      console.warn(
        isAnswering
          ? 'Redis répond : les rafraîchissements sont partagés.'
          : 'Redis (REDIS_URL) ne répond pas : les rafraîchissements seront partagés à son retour.',
      )
    isDown = !isAnswering
  }

  function drop(failed: Connection): void {
    if (connection !== failed) return
    connection = null
    failed.close()
    if (isClosed) return
    say(false)
    void connect()
  }

  async function tryOnce(): Promise<void> {
    const made = await connectOnce(url)
    const before = told
    try {
      await within(CONNECT_PATIENCE, exchangeOn(made))
    } catch (error) {
      made.close()
      throw error
    }
    if (isClosed) return made.close()
    connection = made
    made.onEnd(() => drop(made))
    if (isDown) onReturn(local.after(before, EVERY).map(({ tag }) => tag))
    say(true)
  }

  async function connect(): Promise<void> {
    while (!isClosed && !connection) {
      try {
        await tryOnce()
      } catch {
        say(false)
        await sleep(PAUSE, undefined, { ref: false })
      }
    }
  }

  async function sync(): Promise<boolean> {
    const used = connection
    if (!used) return false
    try {
      await within(PATIENCE, exchangeOn(used))
      return true
    } catch {
      drop(used)
      return false
    }
  }

  // Whoever asks while the first connection is made waits for it once, and no longer than that.
  const opened = within(CONNECT_PATIENCE, connect()).catch(() => {})
  const heartbeat = setInterval(() => void sync(), HEARTBEAT).unref()
  return {
    async sync() {
      await opened
      return sync()
    },
    close() {
      isClosed = true
      clearInterval(heartbeat)
      connection?.close()
      connection = null
    },
  }
}
