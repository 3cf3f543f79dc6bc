import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '../../lib/db.ts'
import { sourceSites, writeWxr } from '../../lib/export/wxr.ts'
import { importFiles } from '../../lib/import/import-files.ts'
import { migrate } from '../../lib/migrate.ts'
import { departures } from '../../lib/testing/wxr-grammar.ts'
import { readSource } from '../../lib/wordpress/read.ts'
import { startWordPress } from './server.ts'

/**
 * Holds the WXR that Chapô writes against the one that a real WordPress writes of the same magazine: the same elements,
 * in the same order, with the same CDATA, and the same items. Needs what `check-sync.ts` needs.
 * Usage: `npx node scripts/wordpress/check-export.ts [FOLDER] [PORT]`
 */
const [, , folderName = '.chapo/wordpress', port = '3399'] = process.argv
const folder = path.resolve(folderName)
const magazine = path.resolve(import.meta.dirname, '../../content/magazine.xml')

async function itemsOf(file: string) {
  const items = []
  for await (const event of readSource(file))
    if (event.kind === 'item' && /^(?:post|page|attachment)$/.test(event.item.type)) items.push(event.item)
  return items
}

mkdirSync(folder, { recursive: true })
const itemsFile = path.join(folder, 'items.json')
writeFileSync(itemsFile, JSON.stringify(await itemsOf(magazine)))

console.log('WordPress démarre…')
const wordpress = await startWordPress(folder, Number(port), itemsFile)
try {
  wordpress.php(
    `wp_insert_comment(['comment_post_ID' => get_posts()[0]->ID, 'comment_author' => 'Zoé', 'comment_content' => 'Bravo.']);`,
  )
  const theirs = path.join(folder, 'wordpress.xml')
  const load = `require ABSPATH . 'wp-admin/includes/export.php'; require_once ABSPATH . WPINC . '/feed.php';`
  writeFileSync(theirs, wordpress.php(`${load} export_wp(['content' => 'all']);`))
  assert.deepEqual(departures(readFileSync(theirs, 'utf8')), [])
  console.log('✓ La grammaire est celle de WordPress.')

  const file = path.join(folder, 'export.db')
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  await migrate(`file:${file}`)
  const database = await openDatabase(`file:${file}`)
  await importFiles(database, { files: [theirs], media: null, dryRun: false, onProgress: () => {} })
  const [site = ''] = await sourceSites(database, null)
  let text = ''
  for await (const piece of writeWxr(database, { site, withOwn: true, path: null, byline: () => '' }))
    text += piece
  const ours = path.join(folder, 'chapo.xml')
  writeFileSync(ours, text)
  assert.deepEqual(departures(text), [])

  const facts = async (name: string) =>
    (await itemsOf(name))
      .sort((one, other) => one.id - other.id)
      .map(({ id, type, status, title, slug, link, date, dateGmt, parent, guid, terms, comments }) => ({
        ...{
          id,
          type,
          status,
          title,
          slug: decodeURIComponent(slug),
          link,
          date,
          dateGmt,
          parent,
          guid,
          comments,
        },
        terms: terms.map(({ taxonomy, slug: term }) => `${taxonomy} ${decodeURIComponent(term)}`).sort(),
      }))
  const expected = await facts(theirs)
  assert.ok(expected.length > 0)
  assert.deepEqual(await facts(ours), expected)
  console.log(`✓ ${expected.length} contenus : les mêmes éléments, dans le même ordre, avec le même CDATA.`)
} finally {
  wordpress.stop()
}
