import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readSource } from './read.ts'
import type { SourceItem } from './source.ts'

/** Inputs for the converter's tests. Those that stand outside the project are found by CHAPO_CASES. */

const CASES = resolve(process.env.CHAPO_CASES ?? '../shared/cases')
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

async function postsOf(file: string): Promise<SourceItem[]> {
  const posts: SourceItem[] = []
  for await (const event of readSource(resolve(CASES, file)))
    if (event.kind === 'item' && event.item.type === 'post') posts.push(event.item)
  return posts
}

/** The five posts of the stripped dump. */
export function dumpPosts(): Promise<SourceItem[]> {
  return postsOf('../seeds/000_b5e63a7546a8f6da.txt')
}

/** The posts of an export, `leconnecteur` and so on. */
export function exportPosts(name: string): Promise<SourceItem[]> {
  return postsOf(`../wordpress/${name}.xml`)
}

/** Every post at hand, with the name of its file. */
export async function allPosts(): Promise<[string, SourceItem][]> {
  const files = await Promise.all(EXPORTS.map(async (name) => ({ name, posts: await exportPosts(name) })))
  const all = [{ name: 'dump', posts: await dumpPosts() }, ...files]
  return all.flatMap(({ name, posts }) =>
    posts.map((item): [string, SourceItem] => [`${name} ${item.id}`, item]),
  )
}
