import { allPosts, hasCases, sourceItem } from '../lib/wordpress/fixtures.ts'
import { faultsOf, HOSTILE, mutated, randomOf } from '../lib/wordpress/markup/fuzz.ts'

/**
 * `node bench/fuzz-markup.ts [count] [seed]`: converts so many changed contents (10,000), from the posts of the cases
 * folder when it is there, and prints each fault with the seed that repeats it, then the slowest item.
 */
const count = Number(process.argv[2] ?? 10_000)
const first = Number(process.argv[3] ?? 1)
const posts = hasCases ? (await allPosts()).map(([, { content }]) => content) : []
const contents = [...posts, HOSTILE.join('\n\n')]
const context = { attachments: new Map(), hosts: [], reusable: new Map([[1, HOSTILE.join(' ')]]) }

let faulty = 0
let slowest = { seed: 0, time: 0 }
const start = performance.now()
for (let seed = first; seed < first + count; seed++) {
  const content = mutated(contents, randomOf(seed))
  const before = performance.now()
  const faults = faultsOf(sourceItem({ content }), context)
  const time = performance.now() - before
  if (time > slowest.time) slowest = { seed, time }
  if (time > 2000) faults.push(`${Math.round(time)} ms`)
  if (faults.length === 0) continue
  faulty += 1
  console.log(`seed ${seed}: ${faults.join(' | ').slice(0, 300)}`)
}
const seconds = ((performance.now() - start) / 1000).toFixed(1)
console.log(
  `${count} contents, ${faulty} faulty, ${seconds} s; slowest ${slowest.time.toFixed(0)} ms (seed ${slowest.seed})`,
)
process.exitCode = faulty > 0 ? 1 : 0
