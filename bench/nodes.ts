import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { saveArticle } from '../lib/articles/save.ts'
import { openDatabase } from '../lib/db.ts'
import { migrate } from '../lib/migrate.ts'
import { sampleArticle } from '../lib/testing/article.ts'
import { cuttable } from '../lib/testing/cuttable.ts'
import { freePort, installPackages, serviceFolder, startPostgres, startRedis } from '../scripts/services.ts'
import { type Change, Editor, listedIn, refresh, shows, TAGS } from './nodes-editor.ts'
import { makeNode, startEdge, startNginx } from './nodes-site.ts'

/**
 * `node bench/nodes.ts [changes] [seconds] [limit]`: three nodes on PostgreSQL and Redis behind Varnish, all started here from
 * the build in `.next` (or BUILD_DIR). Makes so many changes of all kinds (200) and reads every page they touch from
 * each node and through Varnish until it is right; then takes a node, Redis, PostgreSQL and the network away for so many
 * seconds (30). Ends with an error when a page stays old, a
 * reader meets one, pages that nothing touched are made again, or it takes more milliseconds than the limit (1,000).
 */
const [changes = 200, seconds = 30, limit = 1000] = process.argv.slice(2).map(Number)
const WITNESSES = 20
const missing = installPackages(['postgresql', 'redis-server', 'varnish', 'nginx'])
if (missing.length > 0) {
  console.log(`  skipped: ${missing.join(', ')} : les essais à plusieurs nœuds ne sont pas joués`)
  process.exit(process.env.CI ? 1 : 0)
}

const postgres = await startPostgres()
const redis = await startRedis()
const line = await cuttable(redis.port)
const shared = {
  database: postgres.url,
  redis: redis.url,
  media: serviceFolder('media'),
  build: process.env.BUILD_DIR || '.next',
}
await migrate(postgres.url)
const database = await openDatabase(postgres.url)
const witnesses = Array.from({ length: WITNESSES }, (_, index) => `/temoin-${index}/`)
for (const [index, witness] of witnesses.entries())
  await saveArticle(database, sampleArticle(path.basename(witness), { title: `Témoin ${index}` }))
for (const tag of TAGS) await saveArticle(database, sampleArticle(`toujours-${tag}`, listedIn(tag)))

// Nobody has read these pages yet: told of them, Varnish would be purged a second after it has taken them.
await database.pendingRefresh.deleteMany()

// The edge is told by the nodes, which it must know first: its port is chosen before they start.
const edgePort = await freePort()
const edgeAddress = `varnish://127.0.0.1:${edgePort}`
const nodes = [
  await makeNode('a', shared, edgeAddress),
  await makeNode('b', shared, edgeAddress),
  await makeNode('c', { ...shared, redis: line.url }, edgeAddress),
]
await Promise.all(nodes.map((node) => node.start()))
const edge = await startEdge(
  nodes.map(({ port }) => port),
  edgePort,
)
// Its first probe must have come back, and the purges that nodes send at their start, again once it is there.
while (!(await fetch(`${edge.url}/`)).ok) await sleep(50)
await sleep(2500)
const places = [...nodes.map(({ url }) => url), edge.url]
const editor = new Editor(database)
const faults: string[] = []

const quantile = (values: readonly number[], part: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0)

async function wrongPlaces({ expected }: Change, urls = places): Promise<string[]> {
  const checks = urls.flatMap((url) =>
    expected.map(async (page) => ((await shows(url, page).catch(() => false)) ? [] : [`${url}${page.path}`])),
  )
  return (await Promise.all(checks)).flat()
}

/** Milliseconds until every place shows the change; what is wrong after ten seconds is a fault. */
async function untilVisible(change: Change, since: number, urls = places): Promise<number> {
  for (;;) {
    const wrong = await wrongPlaces(change, urls)
    const elapsed = performance.now() - since
    if (wrong.length === 0) return elapsed
    if (elapsed > 10_000) {
      faults.push(`${change.kind} : périmé après 10 s : ${wrong.join(' ')}`)
      return elapsed
    }
    await sleep(20)
  }
}

async function publish(node: number): Promise<{ change: Change; since: number }> {
  const since = performance.now()
  const change = await editor.change()
  const answer = await refresh(nodes[node % nodes.length]?.url ?? '', change.tags)
  if (!answer.ok) faults.push(`${change.kind} : /api/revalidate répond ${answer.status}`)
  await answer.text()
  return { change, since }
}

const isHit = async (url: string): Promise<boolean> => {
  const answer = await fetch(url)
  await answer.text()
  return (
    (url.startsWith(edge.url) ? answer.headers.get('x-cache') : answer.headers.get('x-nextjs-cache')) ===
    'HIT'
  )
}

async function changesOfAllKinds(): Promise<void> {
  for (const place of places) for (const witness of witnesses) await isHit(place + witness)
  const times: number[] = []
  let staleAfter = 0
  const remade: string[] = []
  for (let count = 0; count < changes; count += 1) {
    const { change, since } = await publish(count)
    times.push(await untilVisible(change, since))
    const again = await wrongPlaces(change)
    staleAfter += again.length
    if (again.length > 0) faults.push(`${change.kind} : de nouveau périmé : ${again.join(' ')}`)
    const witness = witnesses[count % WITNESSES] ?? ''
    for (const place of places)
      if (!(await isHit(place + witness))) remade.push(`${count} ${change.kind} ${place}${witness}`)
  }
  if (remade.length > 0)
    faults.push(`${remade.length} pages que rien ne touchait ont été refaites : ${remade.join(', ')}`)
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)]
  if (most >= limit) faults.push(`p95 : ${most} ms`)
  console.log(
    `${changes} changements, ${places.length} lieux : visibles partout en ${half} ms (médiane), ${most} ms (p95), ${quantile(times, 1)} ms (le plus lent) ; ${staleAfter} lectures périmées ensuite ; ${remade.length} pages non touchées refaites`,
  )
}

/** Reads rendered pages all the while, from the places given; counts what readers would call an error. */
function readers(urls: readonly string[], patience = 2000) {
  let isOver = false
  let reads = 0
  const errors: string[] = []
  const loop = async (url: string) => {
    for (let count = 0; !isOver; count += 1) {
      const page = url + (witnesses[count % WITNESSES] ?? '')
      const start = performance.now()
      const answer = await fetch(page, { signal: AbortSignal.timeout(patience) }).catch(() => null)
      await answer?.text().catch(() => '')
      reads += 1
      if (answer?.status !== 200)
        errors.push(`${page} ${answer?.status ?? 'rien'} ${Math.round(performance.now() - start)} ms`)
      await sleep(20)
    }
  }
  const loops = urls.map(loop)
  return async () => {
    isOver = true
    await Promise.all(loops)
    return { reads, errors }
  }
}

type Fault = {
  name: string
  begin(): unknown
  end(): unknown
  /** Who must go on serving meanwhile. */
  urls?: readonly string[]
  canPublish?: boolean
}

/** A change as it must still be seen after a later one, which may have taken the article or the tag back. */
const without = (change: Change, later: Change): Change => ({
  ...change,
  expected: change.expected.filter(({ path }) => !later.expected.some((other) => other.path === path)),
})

/** Takes something away, publishes meanwhile, gives it back: everything must agree a second later. */
async function endure({ name, begin, end, urls = places, canPublish = true }: Fault): Promise<void> {
  const stop = readers(urls)
  await begin()
  await sleep(500)
  const published = canPublish ? [await publish(0), await publish(0)] : []
  const isRefused = canPublish
    ? false
    : await editor.change().then(
        () => false,
        () => true,
      )
  if (!canPublish && !isRefused) faults.push(`${name} : un enregistrement a semblé réussir`)
  // Readers ask for what changed, too: nobody may keep what they were given once all is well again.
  for (const { change } of published) await wrongPlaces(change)
  await sleep(seconds * 1000)
  for (const { change } of published) await wrongPlaces(change)
  await end()
  const since = performance.now()
  const last = published.at(-1) ?? (await publish(1))
  const converged = await untilVisible(last.change, since)
  for (const { change } of published.slice(0, -1)) await untilVisible(without(change, last.change), since)
  const { reads, errors } = await stop()
  if (errors.length > 0) faults.push(`${name} : ${errors.length} erreurs, dont ${errors[0]}`)
  if (converged > limit) faults.push(`${name} : accord après ${Math.round(converged)} ms`)
  console.log(
    `${name} : ${reads} lectures, ${errors.length} erreurs ; accord ${Math.round(converged)} ms après le retour`,
  )
}

/**
 * nginx keeps a page for a second and is told nothing: an edit is seen within two seconds, also when a node has just
 * died; with no node left, readers still get what it keeps.
 */
async function behindNginx(): Promise<void> {
  const ports = nodes.map(({ port }) => port)
  const nginx = await startNginx(ports, await freePort())
  // It has no probe: a node that starts is asked before it is warm, and somebody waits for it.
  const stop = readers([nginx.url], 5000)
  await sleep(2000)
  const times: number[] = []
  const edit = async (node: number) => {
    const { change, since } = await publish(node)
    times.push(await untilVisible(change, since, [nginx.url]))
  }
  await nodes[1]?.kill()
  await edit(0)
  await Promise.all(nodes.map((node) => node.kill()))
  await sleep(seconds * 1000)
  await Promise.all(nodes.map((node) => node.start()))
  await edit(1)
  const { reads, errors } = await stop()
  await nginx.stop()
  const slowest = Math.round(Math.max(...times))
  if (errors.length > 0) faults.push(`nginx : ${errors.length} erreurs, dont ${errors[0]}`)
  if (slowest > limit + 1000) faults.push(`nginx : vu après ${slowest} ms`)
  console.log(
    `nginx, un nœud puis tous tués : ${reads} lectures, ${errors.length} erreurs ; changements vus en ${slowest} ms au plus`,
  )
}

/** PostgreSQL listens before it has mended what was cut short. */
async function startAgain(): Promise<void> {
  await postgres.start()
  while ((await database.person.count().catch(() => null)) === null) await sleep(20)
}

const [, b] = nodes
const others = places.filter((url) => url !== b?.url)
await changesOfAllKinds()
await endure({
  name: 'un nœud tué, puis relancé',
  begin: () => b?.kill(),
  end: () => b?.start(),
  urls: others,
})
await endure({ name: 'Redis arrêté', begin: redis.stop, end: redis.start })
await endure({ name: 'Redis muet', begin: redis.pause, end: redis.resume })
await endure({ name: 'réseau coupé vers Redis', begin: () => line.cut(true), end: () => line.cut(false) })
await endure({ name: 'PostgreSQL arrêté', begin: postgres.stop, end: startAgain, canPublish: false })
await behindNginx()

for (const fault of faults) console.error(`✗ ${fault}`)
for (const node of nodes) await node.kill()
await database.$disconnect().catch(() => {})
for (const service of [edge, redis, postgres]) await service.stop()
line.close()
console.log(faults.length === 0 ? `✓ ${nodes.length} nœuds : rien de périmé` : '')
process.exit(faults.length === 0 ? 0 : 1)
