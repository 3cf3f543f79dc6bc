import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { saveArticle } from '../articles/save.ts'
import type { Database } from '../db.ts'
import { importFiles } from '../import/import-files.ts'
import { isComplete } from '../import/report.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { wxr, wxrItem } from '../testing/wordpress.ts'
import { departures } from '../testing/wxr-grammar.ts'
import { readSource } from '../wordpress/read.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { sourceSites, writeWxr } from './wxr.ts'

const folder = temporaryFolder()
const cases = path.resolve(process.env.CHAPO_CASES ?? '../shared/cases', '../wordpress')
const names = ['leconnecteur', 'minter-dialogue', 'ccm-benchmark', 'connected-people', 'media-aces']
const files = [
  'content/magazine.xml',
  ...names.map((name) => path.join(cases, `${name}.xml`)).filter(existsSync),
]

async function importFile(database: Database, file: string): Promise<void> {
  const report = await importFiles(database, {
    files: [file],
    media: null,
    dryRun: false,
    onProgress: () => {},
  })
  expect(isComplete(report)).toBe(true)
}

async function exported(database: Database, name: string): Promise<string> {
  const [site = ''] = await sourceSites(database, null)
  let text = ''
  for await (const piece of writeWxr(database, { site, withOwn: true, path: null, byline: () => 'Par nous' }))
    text += piece
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

const articlesOf = (database: Database) =>
  database.article.findMany({
    orderBy: { path: 'asc' },
    select: {
      type: true,
      path: true,
      slug: true,
      kind: true,
      title: true,
      legacyTitle: true,
      standfirst: true,
      status: true,
      publishedAt: true,
      sourceModifiedAt: true,
      commentsOpen: true,
      document: true,
      wordCount: true,
      credits: { orderBy: { position: 'asc' }, select: { role: true, person: { select: { name: true } } } },
      terms: {
        orderBy: { term: { slug: 'asc' } },
        select: { inherited: true, term: { select: { type: true, slug: true, name: true } } },
      },
      source: { select: { site: true, type: true, wpId: true } },
      redirects: { orderBy: { from: 'asc' }, select: { from: true, to: true, kind: true } },
    },
  })
const attachmentsOf = (database: Database) => database.attachment.findMany({ orderBy: { wpId: 'asc' } })

async function itemsOf(file: string): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const event of readSource(file)) {
    if (event.kind === 'item') items.push(event.item)
    else if (event.kind === 'warning') throw new Error(event.message)
  }
  return items
}

describe('WXR there and back', () => {
  it.each(files)('%s: articles, library and comments are equal', async (file) => {
    const first = await temporaryDatabase()
    await importFile(first, file)
    const copy = await exported(first, `${path.basename(file)}-copy.xml`)
    expect(departures(readFileSync(copy, 'utf8'))).toEqual([])
    const second = await temporaryDatabase()
    await importFile(second, copy)
    expect(await articlesOf(second)).toEqual(await articlesOf(first))
    expect(await attachmentsOf(second)).toEqual(await attachmentsOf(first))
    const kept = (items: SourceItem[]) =>
      items
        .filter(({ type }) => type === 'post' || type === 'page')
        .map(({ id, comments, guid, sticky, creator, excerpt }) => ({
          id,
          comments,
          guid,
          sticky,
          creator,
          excerpt,
        }))
        .sort((a, b) => a.id - b.id)
    expect(kept(await itemsOf(copy))).toEqual(kept(await itemsOf(file)))
  })
})

it('writes what XML and CDATA would break, drafts, passwords, and articles written here', async () => {
  const database = await temporaryDatabase()
  const source = path.join(folder, 'odd.xml')
  const hostile = 'a ]]> b & <b>c</b> [gallery ids="9"] [x] \u0001 fin'
  writeFileSync(
    source,
    wxr(
      wxrItem({ id: 4, title: 'A ]]> & <B>', content: hostile, slug: '%c3%a9t%c3%a9' }),
      wxrItem({ id: 5, status: 'pending' }),
      wxrItem({ id: 8, type: 'wp_block', title: 'Bloc', content: '<p>[a] & b</p>' }),
      wxrItem({
        id: 6,
        type: 'page',
        more: '<category domain="serie" nicename="s"><![CDATA[Série]]></category>',
      }),
    ),
  )
  await importFile(database, source)
  await saveArticle(database, sampleArticle('ici', {}, 'Écrit ici.'))
  const copy = await exported(database, 'odd-copy.xml')
  expect(departures(readFileSync(copy, 'utf8'))).toEqual([])
  const items = await itemsOf(copy)
  expect(items.map(({ id, status, type, slug }) => [id, status, type, slug])).toEqual([
    [4, 'publish', 'post', '%C3%A9t%C3%A9'],
    [5, 'pending', 'post', 'post-5'],
    [6, 'publish', 'page', 'post-6'],
    [13, 'publish', 'post', 'ici'],
    [8, 'publish', 'wp_block', 'post-8'],
  ])
  expect(items[2]?.terms).toEqual([{ taxonomy: 'serie', id: null, slug: 's', name: 'Série', parent: null }])
  const second = await temporaryDatabase()
  await importFile(second, copy)
  const without = (rows: Awaited<ReturnType<typeof articlesOf>>) =>
    rows.map(({ path: address, title, document, status }) => ({ address, title, document, status }))
  expect(without(await articlesOf(second))).toEqual(without(await articlesOf(database)))
})
