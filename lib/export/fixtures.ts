import path from 'node:path'
import { allPosts, hasCases } from '../wordpress/fixtures.ts'
import { readSource } from '../wordpress/read.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** For tests: every article of the demo magazine, and those of the cases when they are at hand. */
export async function posts(): Promise<[string, SourceItem][]> {
  const found: [string, SourceItem][] = []
  for await (const event of readSource(path.resolve('content/magazine.xml')))
    if (event.kind === 'item' && event.item.type !== 'attachment')
      found.push([`demo ${event.item.id}`, event.item])
  return [...found, ...(hasCases ? await allPosts() : [])]
}
