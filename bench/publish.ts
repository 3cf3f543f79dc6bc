import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * `node bench/publish.ts [count…]`: with so many articles (1,000 and 100,000) in a database of its own, what publishing
 * costs until its refresh is delivered, and the tick of a second in which nothing is due. Medians, in milliseconds.
 */
const counts = process.argv.slice(2).map(Number)
const folder = mkdtempSync(path.join(tmpdir(), 'chapo-bench-'))
process.env.CACHE_DB = path.join(folder, 'cache.db')
const { openDatabase } = await import('../lib/db.ts')
const { migrate } = await import('../lib/migrate.ts')
const { refreshPending } = await import('../lib/freshness/pending.ts')
const { saveArticle } = await import('../lib/articles/save.ts')
const { decide } = await import('../lib/articles/change-status.ts')
const { tick } = await import('../lib/articles/tick.ts')
const { sampleArticle } = await import('../lib/testing/article.ts')

const TAGS = 50
/** One tag in so many lists an article: three each. */
const SPREAD = 16
const RUNS = 41

/** Rows written directly, an hour apart: a hundred thousand go through the importer in minutes. */
const ARTICLES = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO "Article" (path, slug, title, "legacyTitle", standfirst, status, "publishedAt", document, "schemaVersion",
  excerpt, "wordCount", "readingMinutes", revision, "savedAt")
SELECT '/fond-' || i || '/', 'fond-' || i, 'Titre ' || i, '', 'Un chapô.', 'published',
  strftime('%Y-%m-%dT%H:%M:%S+00:00', '2026-10-01', '-' || i || ' hours'), '{"type":"doc"}', 1, '', 1200, 6, 'r', 0 FROM n`
const LISTED = `INSERT INTO "ArticleTerm" ("articleId", "termId", "publishedAt", inherited)
SELECT a.id, t.id, a."publishedAt", false FROM "Article" a JOIN "Term" t ON (a.id + t.id) % ${SPREAD} = 0`

const median = (times: number[]): string =>
  (times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1)

async function timed(work: (turn: number) => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const start = performance.now()
    await work(turn)
    times.push(performance.now() - start)
  }
  return median(times)
}

for (const count of counts.length > 0 ? counts : [1000, 100_000]) {
  const url = `file:${path.join(folder, `${count}.db`)}`
  await migrate(url)
  const database = await openDatabase(url)
  const terms = Array.from({ length: TAGS }, (_, index) => `tag-${index}`)
  await database.term.createMany({ data: terms.map((slug) => ({ type: 'tag', slug, name: slug })) })
  await database.$executeRawUnsafe(ARTICLES, count)
  await database.$executeRawUnsafe(LISTED)
  const tags = terms.slice(0, 3).map((slug) => ({ slug, name: slug, parent: null }))
  const ids: number[] = []
  const published = await timed(async (turn) => {
    const saved = await saveArticle(database, sampleArticle(`neuf-${turn}`, { tags }))
    ids.push(saved.id)
    await refreshPending(database)
  })
  const corrected = await timed(async (turn) => {
    await saveArticle(database, sampleArticle(`neuf-${turn}`, { tags }, 'Corrigé.'), { id: ids[turn] })
    await refreshPending(database)
  })
  const withdrawn = await timed(async (turn) => {
    await decide(database, ids[turn] ?? 0, { kind: 'withdraw' })
    await refreshPending(database)
  })
  await tick(database)
  const idle = await timed(() => tick(database))
  console.log(
    `${count} articles: publish ${published}, correct ${corrected}, withdraw ${withdrawn}, idle tick ${idle} ms`,
  )
  await database.$disconnect()
}
rmSync(folder, { recursive: true })
