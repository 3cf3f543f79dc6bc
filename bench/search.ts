import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Database, openDatabase } from '../lib/db.ts'
import { migrate } from '../lib/migrate.ts'
import { rebuildIndex } from '../lib/search/doctor.ts'
import { firstHits, search } from '../lib/search/search.ts'
import { fill, numbersFrom, WORDS, wordAt } from './search-corpus.ts'

/**
 * `node bench/search.ts [count] [words] [file]`: so many generated articles (100,000) of so many words (600) in a database
 * of its own, their index as `chapo doctor --rebuild` makes it, then queries: whole pages of results with their filters
 * and excerpts. The database goes at the end; with `file` it stays there, and the next run asks it at once.
 * PostgreSQL under `node scripts/with-services.ts bench/search.ts`, or where `TEST_POSTGRES` names a database, which stays.
 */
const count = Number(process.argv[2] ?? 100_000)
const length = Number(process.argv[3] ?? 600)
const keep = process.argv[4]
const postgres = process.env.TEST_POSTGRES

async function build(database: Database): Promise<void> {
  const before = process.cpuUsage()
  const begun = performance.now()
  await rebuildIndex(database)
  const spent = performance.now() - begun
  const { user, system } = process.cpuUsage(before)
  const each = (total: number) => `${(total / count).toFixed(2)} ms`
  console.log(`${count} articles de ${length} mots, index fait en ${(spent / 1000).toFixed(0)} s :`)
  console.log(`  ${each(spent)} par article, dont ${each((user + system) / 1000)} de processeur de Node`)
}

/** What the index takes on the disk, by table or index of the database. */
async function printSize(database: Database): Promise<void> {
  const rows = await database.$queryRawUnsafe<{ name: string; size: bigint | number }[]>(
    postgres
      ? "SELECT relname AS name, pg_relation_size(oid) AS size FROM pg_class WHERE relname LIKE 'search_%'"
      : "SELECT name, sum(pgsize) AS size FROM dbstat WHERE name LIKE 'search_%' GROUP BY name",
  )
  const mebibytes = (sizes: readonly { size: bigint | number }[]) =>
    Math.round(sizes.reduce((sum, { size }) => sum + Number(size), 0) / 2 ** 20)
  const parts = rows.map((row) => `${row.name} ${mebibytes([row])}`)
  console.log(`index : ${mebibytes(rows)} Mio (${parts.filter((part) => !part.endsWith(' 0')).join(', ')})`)
}

const WARM_UP = 20
const ROUNDS = 3

/** All queries one after the other, in so many rounds: each run counts. The first ones, to warm up, are other queries. */
async function ask(name: string, queries: ReadonlySet<string>, run: (query: string) => Promise<unknown>) {
  const [first, counted] = [[...queries].slice(0, WARM_UP), [...queries].slice(WARM_UP)]
  for (const query of first) await run(query)
  const times: number[] = []
  for (const query of Array.from({ length: ROUNDS }, () => counted).flat()) {
    const begun = performance.now()
    await run(query)
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => `${(times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1)} ms`
  console.log(
    `${name} : médiane ${at(0.5)}, p95 ${at(0.95)}, au plus ${at(1)} (${counted.length} requêtes, ${times.length} mesures)`,
  )
}

const folder = keep || postgres ? null : mkdtempSync(path.join(tmpdir(), 'chapo-bench-'))
const url = postgres ?? `file:${keep ?? path.join(folder ?? '', 'bench.db')}`
await migrate(url)
const database = await openDatabase(url)
if ((await database.article.count()) === 0) await fill(database, count, length)
const [entry] = await database.$queryRaw<unknown[]>`SELECT 1 FROM search_entry LIMIT 1`
if (entry === undefined) {
  await build(database)
  // What PostgreSQL does by itself within a minute of such a change.
  if (postgres) await database.$executeRawUnsafe('VACUUM ANALYZE')
}
await printSize(database)

const random = numbersFrom(7)
/** A word by its rank, from 1. */
const ranked = (from: number, to: number) => WORDS[from - 1 + Math.floor(random() * (to - from + 1))] ?? 'mot'

/** 220 different queries. */
function queriesOf(make: () => string): Set<string> {
  const queries = new Set<string>()
  while (queries.size < 200 + WARM_UP) queries.add(make())
  return queries
}
const pairs = (one: () => string, other = one) => queriesOf(() => `${one()} ${other()}`)
const wholePage = (text: string) => search(database, { text }, new Date())
const suggestions = (text: string) => firstHits(database, text, 8, new Date())
const drawn = () => wordAt(random())
await ask('deux mots tirés d’un texte', pairs(drawn), wholePage)
await ask(
  'deux des 16 mots les plus courants',
  pairs(() => ranked(1, 16)),
  wholePage,
)
await ask(
  'deux mots des rangs 1 à 1 000',
  pairs(() => ranked(1, 1000)),
  wholePage,
)
await ask(
  'deux mots des rangs 1 000 à 40 000',
  pairs(() => ranked(1000, 40_000)),
  wholePage,
)
await ask(
  'un mot des rangs 1 à 16, un des rangs 16 à 40 000',
  pairs(
    () => ranked(1, 16),
    () => ranked(16, 40_000),
  ),
  wholePage,
)
const unfinished = () => `${drawn()} ${drawn().slice(0, -1)}`
await ask('propositions, dernier mot inachevé', queriesOf(unfinished), suggestions)
const mistyped = () => `${ranked(100, 3000)} ${ranked(100, 3000)}`.replace(/[aeiou](?=\w\w\b)/g, 'x')
await ask('une faute dans chaque mot', queriesOf(mistyped), wholePage)
await database.$disconnect()
if (folder) rmSync(folder, { recursive: true })
