import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readDump } from './read-dump.ts'
import type { SourceItem } from './source.ts'

/** Inputs for the converter's tests. Those that stand outside the project are found by CHAPO_CASES. */

const CASES = resolve(process.env.CHAPO_CASES ?? '../shared/cases')
const SEED = resolve(CASES, '../seeds/000_b5e63a7546a8f6da.txt')
const EXPORTS = ['leconnecteur', 'minter-dialogue', 'ccm-benchmark', 'connected-people', 'media-aces']

export const hasCases = existsSync(CASES)

/** An item with nothing in it but what the test gives. */
export function sourceItem(given: Partial<SourceItem>): SourceItem {
  const text = {
    site: '',
    status: 'publish',
    title: 'Titre',
    slug: 'titre',
    link: '',
    guid: '',
    content: '',
    excerpt: '',
  }
  const dates = { date: '2019-03-02 08:46:15', dateGmt: '', modified: '', modifiedGmt: '' }
  const rest = { creator: '', password: '', parent: 0, menuOrder: 0, sticky: false, commentsOpen: false }
  const lists = { terms: [], meta: {}, comments: [], warnings: [] }
  const file = { mimeType: '', attachmentUrl: '', lostBytes: 0 }
  return { format: 'wxr', id: 1, type: 'post', ...text, ...dates, ...rest, ...lists, ...file, ...given }
}

/** Text of a dump that lost its tags. */
export function strippedItem(content: string, given: Partial<SourceItem> = {}): SourceItem {
  return sourceItem({ format: 'dump', lostBytes: 100, content, ...given })
}

/** A JSON file of the cases folder; the test says what it holds. */
export function readCases(name: string): unknown {
  return JSON.parse(readFileSync(resolve(CASES, name), 'utf8'))
}

/** The five posts of the stripped dump. */
export function dumpPosts(): SourceItem[] {
  const events = [...readDump(SEED, readFileSync(SEED))]
  return events.flatMap((event) => (event.kind === 'item' && event.item.type === 'post' ? [event.item] : []))
}

function field(item: string, name: string): string {
  const match = new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`, 'u').exec(item)
  return (match?.[1] ?? '').replace(/\r\n/gu, '\n')
}

/** The posts of an export, with the fields that the converter reads. */
export function exportPosts(name: string): SourceItem[] {
  const xml = readFileSync(resolve(CASES, `../wordpress/${name}.xml`), 'utf8')
  const items = xml.split('<item>').slice(1)
  return items
    .filter((item) => field(item, 'wp:post_type') === 'post')
    .map((item) =>
      sourceItem({
        id: Number(field(item, 'wp:post_id')),
        title: field(item, 'title'),
        link: field(item, 'link'),
        content: field(item, 'content:encoded'),
        excerpt: field(item, 'excerpt:encoded'),
        date: field(item, 'wp:post_date'),
      }),
    )
}

/** Every post of every export, with the name of its file. */
export function allExportPosts(): [string, SourceItem][] {
  return EXPORTS.flatMap((name) =>
    exportPosts(name).map((item): [string, SourceItem] => [`${name} ${item.id}`, item]),
  )
}
