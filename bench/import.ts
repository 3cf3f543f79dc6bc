import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '../lib/db.ts'
import { importFiles } from '../lib/import/import-files.ts'
import { summarize } from '../lib/import/report.ts'
import { wxr, wxrItem } from '../lib/testing/wordpress.ts'
import { numbersFrom, wordAt } from './search-corpus.ts'

/**
 * `npm run bench:import -- [count] [times]`: generates an export of so many posts (5,000) of 1,200 words, or so many times
 * as long (1; 50,500 such posts, or 6,200 ten times as long, are an export of 500 MB), and imports it into a
 * database of its own, printing time and resident memory at each tenth: memory must stay flat. The processor's time,
 * all threads together, tells the cost on a machine that does other work as well. It runs with the flags of
 * `npm run chapo`.
 */
const count = Number(process.argv[2] ?? 5000)
const times = Number(process.argv[3] ?? 1)
const folder = await mkdtemp(path.join(tmpdir(), 'chapo-bench-'))
const file = path.join(folder, 'export.xml')

const random = numbersFrom(42)
const words = (count: number) => Array.from({ length: count }, () => frenchWord(wordAt(random())))
const phrase = (count: number) => words(count).join(' ')

/** Letters of French among the others, and the curly apostrophe that makes a text take twice the room. */
function frenchWord(word: string): string {
  const accented = word.length % 3 === 0 ? word.replace('e', 'é') : word
  return random() < 0.06 ? `l’${accented}` : accented
}

/** 54 words in four sentences; an emphasis in each but the first, in every other paragraph a link to another article. */
function paragraph(id: number, number: number): string {
  const to = 1 + Math.floor(random() * id)
  const link = number % 2 === 0 ? `<a href="/post-${to}/">${phrase(3)}</a>` : phrase(3)
  return `${phrase(13)}. ${phrase(8)} <em>${phrase(2)}</em> ${phrase(3)}, ${link} ${phrase(5)}. ${phrase(4)} <strong>${phrase(2)}</strong> ${phrase(4)}. ${phrase(10)}.`
}

/**
 * 1,200 words, or so many times as much: a bold standfirst, five questions with their answers, a captioned picture, a
 * list. Some 60 elements, ten of them links, in some 30 paragraphs, as often as the articles of five real exports: 18 to 86
 * elements and 3 to 11 links in 1,000 words.
 */
function content(id: number): string {
  const answers = (number: number) =>
    Array.from({ length: 4 * times }, (_, index) => paragraph(id, number + index))
  const question = (number: number) => [`<h3 id="q${number}">${phrase(9)} ?</h3>`, ...answers(number)]
  return [
    'Par Alix Roy',
    `<strong>${phrase(30)}.</strong>`,
    ...[1, 2, 3, 4, 5].flatMap(question),
    `[caption id="attachment_${id}" align="aligncenter" width="640"]<img class="wp-image-${id}" src="https://www.essai.test/wp-content/uploads/${id}.jpg" /> ${phrase(9)}[/caption]${phrase(6)}.`,
    `<ul>${[1, 2, 3].map(() => `<li>${phrase(9)}</li>`).join('')}</ul>`,
  ].join('\n\n')
}

const term = (id: number) =>
  `<category domain="post_tag" nicename="tag-${id % 50}"><![CDATA[Tag ${id % 50}]]></category>`
const [before = '', after = ''] = wxr('\u0000').split('\u0000')
const output = createWriteStream(file)
output.write(before)
for (let id = 1; id <= count; id += 1)
  if (!output.write(wxrItem({ id, title: `Entretien / ${phrase(7)}`, content: content(id), more: term(id) })))
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
console.log(
  summarize(report).split('\n')[0],
  `d’un export de ${Math.round(statSync(file).size / 1e6)} Mo (${cpus().length} cœurs)`,
)
console.log(
  `${Math.round(count / seconds)} articles/s ; ${((user + system) / 1000 / count).toFixed(1)} ms de processeur par article, dont ${((writer.user + writer.system - userBefore - systemBefore) / 1000 / count).toFixed(1)} du fil qui écrit ; ${Math.round(process.resourceUsage().maxRSS / 1024)} Mo au plus`,
)
await database.$disconnect()
rmSync(folder, { recursive: true })
