import { once } from 'node:events'
import { appendFileSync, createReadStream, createWriteStream, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Database } from '../db.ts'
import { jsonLine } from '../json-line.ts'
import { type LedgerEntry, ledgerEntry } from './ledger.ts'
import { ledgerPage } from './ledger-html.ts'
import { allAddresses, settledEntries } from './ledger-settle.ts'
import type { ImportReport } from './report.ts'

/** Entries kept in memory before they go to the disk. */
const BUFFER = 50

/** Version of the JSON report: raised when a field changes its meaning or goes. */
const VERSION = 1

async function writeAll(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const output = createWriteStream(file)
  const failed = once(output, 'error').then(([error]) => Promise.reject(error))
  const write = async () => {
    for await (const piece of pieces) if (!output.write(piece)) await once(output, 'drain')
    output.end()
    await once(output, 'finish')
  }
  await Promise.race([write(), failed])
}

/** A list of values, one a line. */
async function* jsonList(values: AsyncIterable<object>): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const value of values) {
    yield `${separator}${JSON.stringify(value)}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]' : '\n  ]'
}

/**
 * The ledger on its way to files. Each entry goes to the disk as it comes, next to the report, so that an import of
 * any size stays small in memory; `write` makes the report of them at the end.
 */
export class LedgerFile {
  readonly #spool: string
  readonly #files: readonly string[]
  #waiting: string[] = []

  /** `files` end in `.json` or `.html`. */
  constructor(files: readonly string[]) {
    this.#files = files
    this.#spool = `${files[0]}.${process.pid}.part`
  }

  add(entry: LedgerEntry): void {
    if (this.#files.length === 0) return
    this.#waiting.push(jsonLine(entry))
    if (this.#waiting.length >= BUFFER) this.#flush()
  }

  #flush(): void {
    appendFileSync(this.#spool, this.#waiting.join(''))
    this.#waiting = []
  }

  async *#entries(): AsyncGenerator<LedgerEntry> {
    for await (const line of createInterface({ input: createReadStream(this.#spool) }))
      yield ledgerEntry.parse(JSON.parse(line))
  }

  async *#json(database: Database, report: ImportReport): AsyncGenerator<string> {
    const { items: _items, ...rest } = report
    const head = JSON.stringify({ version: VERSION, ...rest }, null, 2)
    yield `${head.slice(0, -2)},\n  "items": `
    yield* jsonList(settledEntries(database, report, this.#entries()))
    yield ',\n  "oldAddresses": '
    yield* jsonList(allAddresses(database))
    yield '\n}\n'
  }

  /** Writes the reports as the import left the database, and takes the spool away. */
  async write(database: Database, report: ImportReport): Promise<void> {
    if (this.#files.length === 0) return
    this.#flush()
    try {
      for (const file of this.#files)
        await writeAll(
          file,
          file.endsWith('.html')
            ? ledgerPage(report, {
                entries: () => settledEntries(database, report, this.#entries()),
                addresses: () => allAddresses(database),
              })
            : this.#json(database, report),
        )
    } finally {
      rmSync(this.#spool, { force: true })
    }
  }
}
