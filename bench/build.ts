import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeArchive, median } from './archive.ts'

/**
 * `node --import ./scripts/tsx-hook.mjs bench/build.ts [runs] [count…]`: how long `next build` takes with so many
 * articles (1, 1,000 and 100,000), each so many times (3), in turns, from nothing; medians, and their ratio to the first.
 */
const [runs = 3, ...given] = process.argv.slice(2).map(Number)
const counts = given.length > 0 ? given : [1, 1000, 100_000]
const root = path.join(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'chapo-build-'))
const DIST = '.next-bench'
const urlOf = (count: number): string => `file:${path.join(folder, `${count}.db`)}`

function build(count: number): number {
  rmSync(path.join(root, DIST), { recursive: true, force: true })
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: urlOf(count),
    CACHE_DB: path.join(folder, 'cache.db'),
    MEDIA_DIR: folder,
    DIST_DIR: DIST,
  }
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}

for (const count of counts) await (await makeArchive(urlOf(count), count)).database.$disconnect()
// A build writes its own folders into it.
const settings = path.join(root, 'tsconfig.json')
const before = readFileSync(settings)
const times = new Map(counts.map((count): [number, number[]] => [count, []]))
for (let run = 0; run < runs; run += 1) for (const count of counts) times.get(count)?.push(build(count))
writeFileSync(settings, before)
const base = median(times.get(counts[0] ?? 0) ?? [])
for (const [count, all] of times) {
  const seconds = all.map((time) => (time / 1000).toFixed(1)).join(' ')
  console.log(
    `${count} articles: ${(median(all) / 1000).toFixed(1)} s (${seconds}), ${(median(all) / base).toFixed(3)}`,
  )
}
for (const made of [path.join(root, DIST), folder]) rmSync(made, { recursive: true, force: true })
