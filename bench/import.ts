import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../lib/db.ts'
import { importFiles } from '../lib/import/import-files.ts'
import { summarize } from '../lib/import/report.ts'
import { wxr, wxrItem } from '../lib/testing/wordpress.ts'

/**
 * `node bench/import.ts [count] [times]`: generates an export of so many posts (5,000) of 1,200 words, or so many times
 * as long (1; 40,000 such posts, or 4,000 ten times as long, are an export of 500 MB), and imports it into a
 * database of its own, printing time and resident memory at each tenth: memory must stay flat. The processor's time,
 * all threads together, tells the cost on a machine that does other work as well. With what `scripts/chapo.mjs` gives
 * Node (flags before the file name, `NODE_COMPILE_CACHE` and `MALLOC_ARENA_MAX`), the memory is that of `npm run chapo`.
 */
const count = Number(process.argv[2] ?? 5000)
const times = Number(process.argv[3] ?? 1)
const folder = await mkdtemp(path.join(tmpdir(), 'chapo-bench-'))
const file = path.join(folder, 'export.xml')

/** About 1,200 words, or so many times as much: a bold standfirst, five questions and answers, a captioned picture, a list. */
function content(id: number): string {
  const question = (number: number) =>
    `<h3 id="q${number}">Question ${number} de l’entretien ${id} ?</h3>\n${`Une réponse un peu longue, avec <a href="/post-${id - 1}/">un lien</a> et <em>de l’emphase</em>. `.repeat(18 * times)}`
  return [
    'Par Alix Roy',
    `<strong>Le chapô de l’article ${id}, qui dit en deux phrases de quoi il parle. La seconde est ici.</strong>`,
    ...[1, 2, 3, 4, 5].map(question),
    `[caption id="attachment_${id}" align="aligncenter" width="640"]<img class="wp-image-${id}" src="https://www.essai.test/wp-content/uploads/${id}.jpg" /> La légende[/caption]La suite.`,
    '<ul><li>un</li><li>deux</li></ul>',
  ].join('\n\n')
}

const term = (id: number) =>
  `<category domain="post_tag" nicename="tag-${id % 50}"><![CDATA[Tag ${id % 50}]]></category>`
const [before = '', after = ''] = wxr('\u0000').split('\u0000')
const output = createWriteStream(file)
output.write(before)
for (let id = 1; id <= count; id += 1)
  if (
    !output.write(wxrItem({ id, title: `Entretien / Personne ${id}`, content: content(id), more: term(id) }))
  )
    await once(output, 'drain')
output.end(after)
await once(output, 'finish')

const url = `file:${path.join(folder, 'bench.db')}`
// An import finds its tables: `npm start` has made them.
const migration = new URL('../lib/migrate.ts', import.meta.url).href
execFileSync(process.execPath, [
  '--input-type=module',
  '-e',
  `import { migrate } from '${migration}'; await migrate('${url}')`,
])
const database = await openDatabase(url)
const start = performance.now()
const cpuBefore = process.cpuUsage()
const { user: userBefore, system: systemBefore } = process.threadCpuUsage()
let done = 0
const report = await importFiles(database, {
  files: [file],
  media: null,
  dryRun: false,
  onProgress: () => {
    done += 1
    if (done % (count / 10) !== 0) return
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`${done} articles, ${seconds} s, ${Math.round(process.memoryUsage.rss() / 2 ** 20)} Mo`)
  },
})
const seconds = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(cpuBefore)
const writer = process.threadCpuUsage()
console.log(summarize(report).split('\n')[0], `(${cpus().length} cœurs)`)
console.log(
  `${Math.round(count / seconds)} articles/s ; ${((user + system) / 1000 / count).toFixed(1)} ms de processeur par article, dont ${((writer.user + writer.system - userBefore - systemBefore) / 1000 / count).toFixed(1)} du fil qui écrit ; ${Math.round(process.resourceUsage().maxRSS / 1024)} Mo au plus`,
)
await database.$disconnect()
rmSync(folder, { recursive: true })
