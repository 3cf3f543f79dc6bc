import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asJson, type Database, openDatabase } from '../lib/db.ts'
import type { Document, Paragraph, Section } from '../lib/document/types.ts'
import { migrate } from '../lib/migrate.ts'
import { indexArticles, toIndexable } from '../lib/search/index-articles.ts'
import { firstHits, search } from '../lib/search/search.ts'

/**
 * `node bench/search.ts [count] [words] [file]`: indexes so many generated articles (100,000) of so many words (600) in a
 * database of its own, then asks 400 queries of two words, whole pages of results with their filters and excerpts. The
 * database goes at the end; with `file` it stays there, and the next run asks it at once.
 * PostgreSQL under `node scripts/with-services.ts bench/search.ts`, or where `TEST_POSTGRES` names an empty database.
 */
const count = Number(process.argv[2] ?? 100_000)
const length = Number(process.argv[3] ?? 600)
const keep = process.argv[4]
const BATCH = 50

/** The same numbers on every run, from 0 to 1. */
let state = 42
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const SYLLABLES =
  'ba ca da fa la ma na pa ra sa ta va bo co fo lo mo no po ro so to ver tion ment eau ier our ain'.split(' ')
const WORDS = Array.from({ length: 40_000 }, (_, index) => {
  let rest = index + 30
  let word = ''
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return word
})

/** A word as often as its rank says (Zipf), as in a language: the first in one word of twelve. */
const word = (): string => WORDS[Math.floor(WORDS.length ** random()) - 1] ?? 'mot'
const text = (words: number): string => Array.from({ length: words }, word).join(' ')
const paragraph = (words: number): Paragraph => ({
  type: 'paragraph',
  attrs: { align: null },
  content: [{ type: 'text', text: text(words) }],
})

function sectionOf(number: number): Section {
  return {
    type: 'section',
    attrs: { anchor: `q${number}`, aliases: [], kind: 'question', level: 2, timecode: null, ordinal: null },
    content: [
      { type: 'sectionHeading', content: [{ type: 'text', text: text(8) }] },
      paragraph(Math.round(length / 6)),
    ],
  }
}

const documentOf = (): Document => ({
  type: 'doc',
  content: [paragraph(Math.round(length / 6)), ...[1, 2, 3, 4, 5].map(sectionOf)],
})

function articleOf(id: number, document: Document) {
  return {
    path: `/article-${id}/`,
    slug: `article-${id}`,
    title: text(7),
    legacyTitle: '',
    standfirst: text(30),
    status: 'published' as const,
    publishedAt: new Date(Date.UTC(2026, 0, 1) - id * 3_600_000),
    document: asJson(JSON.stringify(document)),
    schemaVersion: 1,
    excerpt: '',
    wordCount: length,
    readingMinutes: 1,
    revision: String(id),
  }
}

async function fill(database: Database): Promise<void> {
  let spent = 0
  let cpu = 0
  for (let start = 1; start <= count; start += BATCH) {
    const documents = Array.from({ length: Math.min(BATCH, count - start + 1) }, documentOf)
    await database.$transaction(
      async (transaction) => {
        const data = documents.map((document, index) => articleOf(start + index, document))
        const made = await transaction.article.createManyAndReturn({
          data,
          select: { id: true, title: true, standfirst: true, status: true },
        })
        await transaction.articleTerm.createMany({
          data: made.map(({ id }) => ({ articleId: id, termId: (id % 50) + 1, publishedAt: new Date() })),
        })
        await transaction.credit.createMany({
          data: made.map(({ id }) => ({
            articleId: id,
            personId: (id % 300) + 1,
            role: 'author',
            position: 1,
          })),
        })
        const articles = made.flatMap((row, index) => {
          const document = documents[index]
          return document ? [toIndexable({ ...row, document })] : []
        })
        const before = process.cpuUsage()
        const begun = performance.now()
        await indexArticles(transaction, articles, [])
        spent += performance.now() - begun
        const { user, system } = process.cpuUsage(before)
        cpu += (user + system) / 1000
      },
      { timeout: 60_000, maxWait: 60_000 },
    )
  }
  const each = (total: number) => `${(total / count).toFixed(2)} ms`
  console.log(`${count} articles de ${length} mots indexés en ${(spent / 1000).toFixed(0)} s :`)
  console.log(`  ${each(spent)} par article, ${each(cpu)} de processeur`)
}

async function sizeOf(database: Database, file: string | null): Promise<string> {
  const rows = file
    ? await database
        .$queryRawUnsafe<{ size: number }[]>(
          "SELECT sum(pgsize) AS size FROM dbstat WHERE name LIKE 'search_%'",
        )
        .catch(() => [{ size: statSync(file).size }])
    : await database.$queryRawUnsafe<{ size: number }[]>(
        "SELECT sum(pg_total_relation_size(oid)) AS size FROM pg_class WHERE relkind = 'r' AND relname LIKE 'search_%'",
      )
  return `${Math.round(Number(rows[0]?.size ?? 0) / 2 ** 20)} Mio`
}

/** Each query thrice, the fastest counts: what else the machine does meanwhile is not the search's. */
async function ask(name: string, queries: readonly string[], run: (query: string) => Promise<unknown>) {
  const times: number[] = []
  for (const query of queries) {
    let fastest = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < 3; turn += 1) {
      const begun = performance.now()
      await run(query)
      fastest = Math.min(fastest, performance.now() - begun)
    }
    times.push(fastest)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`
  console.log(`${name} : médiane ${at(0.5)}, p95 ${at(0.95)}, au plus ${at(0.999)}`)
}

const folder = keep ? null : mkdtempSync(path.join(tmpdir(), 'chapo-bench-'))
const file = keep ?? path.join(folder ?? '', 'bench.db')
const url = process.env.TEST_POSTGRES ?? `file:${file}`
await migrate(url)
const database = await openDatabase(url)
if ((await database.article.count()) === 0) {
  await database.term.createMany({
    data: Array.from({ length: 50 }, (_, index) => ({
      type: 'tag' as const,
      slug: `t${index}`,
      name: `Sujet ${index}`,
    })),
  })
  await database.person.createMany({
    data: Array.from({ length: 300 }, (_, index) => ({ slug: `p${index}`, name: `Personne ${index}` })),
  })
  await fill(database)
}
// What PostgreSQL does by itself within a minute of such an import.
if (process.env.TEST_POSTGRES) await database.$executeRawUnsafe('VACUUM ANALYZE')
console.log(`index : ${await sizeOf(database, process.env.TEST_POSTGRES ? null : file)}`)
/** Words as readers choose them: common ones, and rarer. */
const pick = (from: number, to: number): string => WORDS[from + Math.floor(random() * (to - from))] ?? 'mot'
const pairs = (from: number, to: number) =>
  Array.from({ length: 400 }, () => `${pick(from, to)} ${pick(from, to)}`)
const wholePage = (text: string) => search(database, { text }, new Date())
const suggestions = (text: string) => firstHits(database, text, 8, new Date())
await ask('deux mots courants (rangs 30 à 1 000)', pairs(30, 1000), wholePage)
await ask('deux mots (rangs 100 à 10 000)', pairs(100, 10_000), wholePage)
const typed = pairs(30, 1000).slice(0, 100)
await ask(
  'propositions, dernier mot inachevé',
  typed.map((pair) => pair.slice(0, -1)),
  suggestions,
)
await ask('les deux mots les plus courants', pairs(0, 10).slice(0, 40), wholePage)
const mistyped = pairs(100, 3000).slice(0, 60)
await ask(
  'une faute dans chacun',
  mistyped.map((pair) => pair.replace(/[aeiou](?=\w\w\b)/g, 'x')),
  wholePage,
)
await database.$disconnect()
if (folder) rmSync(folder, { recursive: true })
