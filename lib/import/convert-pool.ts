import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { JsonBytes } from '../json-bytes.ts'
import type { ConvertContext } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import type { ThreadAnswer, ThreadTask } from './convert-thread.ts'

/** A thread costs some tenths of a second to start: a small import does without. */
const WITHOUT_THREADS = 100
/** Writing keeps another core busy, and each thread takes some 50 MB. */
const MOST_THREADS = 1

/** Here, not in a thread. Loaded when first needed: an import in threads goes without these 5 MB. */
async function convertHere(item: SourceItem, context: ConvertContext): Promise<JsonBytes> {
  const { convertOrSay } = await import('./convert-item.ts')
  return convertOrSay(item, context)
}

/** Without limits each thread would let its memory grow as if it were alone. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 }

type Owed = {
  item: SourceItem
  context: ConvertContext
  resolve: (json: JsonBytes | Promise<JsonBytes>) => void
}

/** One thread, what it knows and what it owes. */
class Thread {
  readonly #worker = new Worker(new URL('./convert-thread.ts', import.meta.url), { resourceLimits: LIMITS })
  readonly #owed = new Map<number, Owed>()
  readonly #sites = new Set<string>()
  isAlive = true

  constructor() {
    this.#worker.on('message', ({ number, json }: ThreadAnswer) => {
      this.#owed.get(number)?.resolve(json)
      this.#owed.delete(number)
    })
    // A giant article is more than a thread may hold: what it owes is converted here.
    this.#worker.on('error', () => {
      this.isAlive = false
      for (const { item, context, resolve } of this.#owed.values()) resolve(convertHere(item, context))
    })
  }

  get load(): number {
    return this.#owed.size
  }

  convert(number: number, item: SourceItem, context: ConvertContext): Promise<JsonBytes> {
    if (!this.#sites.has(item.site)) this.#tell({ site: item.site, context })
    this.#sites.add(item.site)
    return new Promise((resolve) => {
      this.#owed.set(number, { item, context, resolve })
      this.#tell({ number, item })
    })
  }

  #tell(task: ThreadTask): void {
    this.#worker.postMessage(task)
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** Converts items, in a thread beside when there are many. The context of a site may not change once its first item came. */
export class ConvertPool {
  #threads: Thread[] = []
  #count = 0
  #expected = 0

  /** One more item that will come: the threads of a large import start while it is read the first time. */
  expect(): void {
    this.#expected += 1
    if (this.#expected > WITHOUT_THREADS) this.#start()
  }

  #start(): void {
    if (this.#threads.length > 0) return
    const count = Math.min(MOST_THREADS, availableParallelism())
    this.#threads = Array.from({ length: count }, () => new Thread())
  }

  async convert(item: SourceItem, context: ConvertContext): Promise<JsonBytes> {
    this.#count += 1
    if (Math.max(this.#count, this.#expected) <= WITHOUT_THREADS) return convertHere(item, context)
    this.#start()
    const [idlest] = this.#threads.filter(({ isAlive }) => isAlive).toSorted((a, b) => a.load - b.load)
    return idlest ? idlest.convert(this.#count, item, context) : convertHere(item, context)
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()))
  }
}
