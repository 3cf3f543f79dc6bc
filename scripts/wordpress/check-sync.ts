import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Database, openDatabase } from '../../lib/db.ts'
import { importFiles } from '../../lib/import/import-files.ts'
import { summarize } from '../../lib/import/report.ts'
import { syncItem, syncSite } from '../../lib/import/sync.ts'
import { migrate } from '../../lib/migrate.ts'
import { readSource } from '../../lib/wordpress/read.ts'
import { startWordPress } from './server.ts'

/**
 * Mirrors a real WordPress: the demo magazine is put in one, read over its API, edited there, read again. Needs
 * Debian (`apt-get download`), some 40 MB in `.chapo/wordpress`, and a minute; `npm test` leaves it out.
 * Usage: `npx node scripts/wordpress/check-sync.ts [FOLDER] [PORT]`
 */
const [, , folderName = '.chapo/wordpress', port = '3399'] = process.argv
const folder = path.resolve(folderName)
const exportFile = path.resolve(import.meta.dirname, '../../content/magazine.xml')

async function emptyDatabase(name: string): Promise<Database> {
  const file = path.join(folder, `${name}.db`)
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  await migrate(`file:${file}`)
  return openDatabase(`file:${file}`)
}

const quiet = { media: null, dryRun: false, onProgress: () => {} }

/** What WordPress adds when it prints a picture: ids, the width of the theme's thumbnails. */
const ADDED = /,?"(?:(?:caption-)?attachment[_-]\d+|gallery-\d+(?:-\d+)?)"|"width":(?:\d+|null)/g

/** What readers see of each article, the site's own address aside. */
async function articlesOf(database: Database, site: string): Promise<string[]> {
  const articles = await database.article.findMany({
    where: { status: 'published' },
    orderBy: { path: 'asc' },
    select: { path: true, title: true, standfirst: true, publishedAt: true, document: true },
  })
  return articles.map((article) => JSON.stringify(article).replaceAll(site, '').replace(ADDED, ''))
}

mkdirSync(folder, { recursive: true })
const items = []
for await (const event of readSource(exportFile))
  if (event.kind === 'item' && /^(?:post|page|attachment)$/.test(event.item.type)) items.push(event.item)
const itemsFile = path.join(folder, 'items.json')
const site = items[0]?.site ?? ''
writeFileSync(itemsFile, JSON.stringify(items).replaceAll(site, `http://127.0.0.1:${port}`))

console.log('WordPress démarre…')
const wordpress = await startWordPress(folder, Number(port), itemsFile)
try {
  const from = { from: wordpress.url, allowPrivate: true, pause: 0, ...quiet }
  const account = { user: wordpress.user, password: wordpress.password }

  const byFile = await emptyDatabase('file')
  await importFiles(byFile, { ...quiet, files: [exportFile] })
  const expected = await articlesOf(byFile, site)

  const signed = await emptyDatabase('signed')
  const first = await syncSite(signed, { ...from, account })
  console.log(`Avec un compte : ${summarize(first)}`)
  assert.deepEqual(await articlesOf(signed, wordpress.url), expected)

  const anonymous = await emptyDatabase('anonymous')
  console.log(`Sans compte : ${summarize(await syncSite(anonymous, { ...from, account: null }))}`)
  assert.deepEqual(await articlesOf(anonymous, wordpress.url), expected)

  const again = await syncSite(signed, { ...from, account })
  assert.deepEqual(again.items, [])

  const [one, two] = items.filter((item) => item.type === 'post' && item.status === 'publish')
  assert.ok(one && two)
  wordpress.php(
    `wp_update_post(['ID' => ${one.id}, 'post_content' => 'Changé dans WordPress.']); wp_trash_post(${two.id});`,
  )
  const news = wordpress.php(
    `echo wp_insert_post(['post_title' => 'Neuf', 'post_content' => 'Neuf.', 'post_status' => 'publish']);`,
  )
  const second = await syncSite(signed, { ...from, account })
  console.log(`Après un changement, un retrait et un ajout : ${summarize(second)}`)
  assert.deepEqual(
    [second.counts.updated, second.counts.archived, second.counts.created, second.counts.unchanged],
    [1, 1, 1, 0],
  )

  wordpress.php(
    `wp_update_post(['ID' => ${Number(news)}, 'post_content' => 'Encore.']); wp_untrash_post(${two.id}); wp_publish_post(${two.id});`,
  )
  assert.equal((await syncItem(signed, { ...from, account }, Number(news))).counts.updated, 1)
  const third = await syncSite(signed, { ...from, account })
  assert.equal(third.counts.updated, 1)
  assert.equal((await articlesOf(signed, wordpress.url)).length, expected.length + 1)
  console.log('✓ Le miroir suit le WordPress.')
} finally {
  wordpress.stop()
}
