import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * When each cache tag was last refreshed, in one SQLite file that every process of the host shares and that outlives
 * them. Next keeps this in the memory of one process: after a restart, or in a second one, a refreshed page that
 * nobody has visited yet would be served old again.
 */
export type TagRefresh = { tag: string; stale: number | null; expired: number | null }

export type TagStore = {
  /** What other processes refreshed since the last call; times in ms since 1970. */
  pull(): TagRefresh[]
  push(refreshes: TagRefresh[]): void
  close(): void
}

const isNumberOrNull = (value: unknown): value is number | null => value === null || typeof value === 'number'

function readRow(row: Record<string, unknown>): (TagRefresh & { sequence: number }) | null {
  const { sequence, tag, stale, expired } = row
  if (typeof sequence !== 'number' || typeof tag !== 'string') return null
  if (!isNumberOrNull(stale) || !isNumberOrNull(expired)) return null
  return { sequence, tag, stale, expired }
}

/** Opens the file, making it and its folder if needed. */
export function openTagStore(file: string): TagStore {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const database = new DatabaseSync(file)
  database.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(
    'CREATE TABLE IF NOT EXISTS tag_refresh (sequence INTEGER NOT NULL, tag TEXT PRIMARY KEY, stale INTEGER, expired INTEGER)',
  )
  database.exec('CREATE INDEX IF NOT EXISTS tag_refresh_sequence ON tag_refresh (sequence)')
  const since = database.prepare('SELECT * FROM tag_refresh WHERE sequence > ? ORDER BY sequence')
  const put = database.prepare(
    `INSERT INTO tag_refresh (sequence, tag, stale, expired)
     VALUES ((SELECT coalesce(max(sequence), 0) + 1 FROM tag_refresh), ?, ?, ?)
     ON CONFLICT (tag) DO UPDATE SET sequence = excluded.sequence, stale = excluded.stale, expired = excluded.expired`,
  )
  let last = 0
  return {
    pull() {
      const rows = since
        .all(last)
        .map(readRow)
        .filter((row) => row !== null)
      last = rows.at(-1)?.sequence ?? last
      return rows
    },
    push(refreshes) {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const { tag, stale, expired } of refreshes) put.run(tag, stale, expired)
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    close: () => database.close(),
  }
}
