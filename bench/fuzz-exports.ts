import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../lib/db.ts'
import { migrate } from '../lib/migrate.ts'
import { damagedExport } from '../lib/testing/fuzz/damage.ts'
import { faultsOfExport, LONGEST } from '../lib/testing/fuzz/faults.ts'
import { wholeExports } from '../lib/testing/fuzz/source.ts'
import { randomOf } from '../lib/wordpress/markup/fuzz.ts'

/**
 * `node --import ./scripts/tsx-hook.mjs bench/fuzz-exports.ts [count] [seed]`: imports so many damaged exports
 * (10,000) into a database of its own and prints each fault with the seed that repeats it; reading, importing twice and
 * exporting one (four items at most) may take no more of the processor than a single item may. The exports of the cases
 * folder are damaged too when it is there. A single one (`1 SEED`) leaves its files in the folder that is named.
 */
const count = Number(process.argv[2] ?? 10_000)
const first = Number(process.argv[3] ?? 1)
const folder = await mkdtemp(path.join(tmpdir(), 'chapo-fuzz-'))
const exports = path.resolve(process.env.CHAPO_CASES ?? '../shared/cases', '../wordpress')
const wholes = await wholeExports(existsSync(exports) ? exports : null)
const url = `file:${path.join(folder, 'fuzz.db')}`
await migrate(url)
const database = await openDatabase(url)

// The first one loads what all of them need.
await faultsOfExport(database, folder, damagedExport(wholes, randomOf(0)))
let faulty = 0
let slowest = { seed: 0, time: 0 }
const start = performance.now()
for (let seed = first; seed < first + count; seed += 1) {
  const before = process.cpuUsage()
  const faults = await faultsOfExport(database, folder, damagedExport(wholes, randomOf(seed)))
  const { user, system } = process.cpuUsage(before)
  const time = (user + system) / 1000
  if (time > slowest.time) slowest = { seed, time }
  if (time > LONGEST) faults.push(`${Math.round(time)} ms`)
  if (faults.length > 0) {
    faulty += 1
    console.log(`seed ${seed}: ${faults.join(' | ').slice(0, 400)}`)
  }
  const done = seed - first + 1
  if (done % 500 !== 0 && done !== count) continue
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const slow = `slowest ${slowest.time.toFixed(0)} ms (seed ${slowest.seed})`
  console.log(`${done} exports, ${faulty} faulty, ${seconds} s; ${slow}`)
}
await database.$disconnect()
if (count === 1) console.log(folder)
else await rm(folder, { recursive: true, force: true })
process.exitCode = faulty > 0 ? 1 : 0
