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
const { makeArchive, median } = await import('./archive.ts')
const { refreshPending } = await import('../lib/freshness/pending.ts')
const { saveArticle } = await import('../lib/articles/save.ts')
const { decide } = await import('../lib/articles/change-status.ts')
const { tick } = await import('../lib/articles/tick.ts')
const { sampleArticle } = await import('../lib/testing/article.ts')

const RUNS = 41

async function timed(work: (turn: number) => Promise<unknown>): Promise<string> {
  const times: number[] = []
  for (let turn = 0; turn < RUNS; turn += 1) {
    const start = performance.now()
    await work(turn)
    times.push(performance.now() - start)
  }
  return median(times).toFixed(1)
}

for (const count of counts.length > 0 ? counts : [1000, 100_000]) {
  const url = `file:${path.join(folder, `${count}.db`)}`
  const { database, tags: terms } = await makeArchive(url, count)
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
