import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'

/**
 * When each cache tag was last refreshed, in one SQLite file that every process of the host shares and that outlives
 * them. Next keeps this in the memory of one process: after a restart, or in a second one, a refreshed page that
 * nobody has visited yet would be served old again.
 */
export type TagRefresh = { tag: string; stale: number | null; expired: number | null }

export type TagStore = {
  /** What was refreshed since the last call, here or by other processes; times in ms since 1970. */
  pull(): TagRefresh[]
  /** What was just refreshed here: later than all that is known of the tag, even by a clock that runs ahead of ours. */
  push(refreshes: readonly TagRefresh[]): void
  /** What another host refreshed: the later time of each tag is kept, what is known already changes nothing. */
  learn(refreshes: readonly TagRefresh[]): void
  /** At most so many refreshes after the one of that number, in order. */
  after(sequence: number, limit: number): (TagRefresh & { sequence: number })[]
  /** The number of the latest. */
  sequence(): number
  close(): void
}

const isNumberOrNull = (value: unknown): value is number | null => value === null || typeof value === 'number'

function readRow(row: Record<string, unknown>): (TagRefresh & { sequence: number }) | null {
  const { sequence, tag, stale, expired } = row
  if (typeof sequence !== 'number' || typeof tag !== 'string') return null
  if (!isNumberOrNull(stale) || !isNumberOrNull(expired)) return null
  return { sequence, tag, stale, expired }
}

/** As a limit: none. */
export const EVERY = -1

/** Opens the file, making it and its folder if needed. */
export function openTagStore(file: string): TagStore {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const database = new DatabaseSync(file)
  database.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(
    'CREATE TABLE IF NOT EXISTS tag_refresh (sequence INTEGER NOT NULL, tag TEXT PRIMARY KEY, stale INTEGER, expired INTEGER)',
  )
  database.exec('CREATE INDEX IF NOT EXISTS tag_refresh_sequence ON tag_refresh (sequence)')
  const since = database.prepare('SELECT * FROM tag_refresh WHERE sequence > ? ORDER BY sequence LIMIT ?')
  const number = '(SELECT coalesce(max(sequence), 0) + 1 FROM tag_refresh)'
  const laterOf = (column: string, addition: number) =>
    `${column} = nullif(max(coalesce(${column} + ${addition}, 0), coalesce(excluded.${column}, 0)), 0)`
  const isLater = (column: string) => `coalesce(excluded.${column}, 0) > coalesce(${column}, 0)`
  const insert = `INSERT INTO tag_refresh (sequence, tag, stale, expired) VALUES (${number}, ?, ?, ?)
    ON CONFLICT (tag) DO UPDATE SET sequence = excluded.sequence`
  const put = database.prepare(`${insert}, ${laterOf('stale', 1)}, ${laterOf('expired', 1)}`)
  const merge = database.prepare(
    `${insert}, ${laterOf('stale', 0)}, ${laterOf('expired', 0)} WHERE ${isLater('stale')} OR ${isLater('expired')}`,
  )
  const store = (statement: StatementSync, refreshes: readonly TagRefresh[]) => {
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const { tag, stale, expired } of refreshes) statement.run(tag, stale, expired)
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }
  const after = (sequence: number, limit: number) =>
    since
      .all(sequence, limit)
      .map(readRow)
      .filter((row) => row !== null)
  const latest = database.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM tag_refresh')
  let last = 0
  return {
    after,
    sequence: () => Number(latest.get()?.sequence),
    pull() {
      const rows = after(last, EVERY)
      last = rows.at(-1)?.sequence ?? last
      return rows
    },
    push: (refreshes) => store(put, refreshes),
    learn: (refreshes) => store(merge, refreshes),
    close: () => database.close(),
  }
}
