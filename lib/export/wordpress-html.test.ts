import { describe, expect, it } from 'vitest'
import { lostWords } from '../wordpress/conservation.ts'
import { convert } from '../wordpress/convert.ts'
import { allPosts, hasCases } from '../wordpress/fixtures.ts'
import { readSource } from '../wordpress/read.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { wordpressHtml } from './wordpress-html.ts'

const context = { attachments: new Map(), hosts: [] }

async function demo(): Promise<[string, SourceItem][]> {
  const posts: [string, SourceItem][] = []
  for await (const event of readSource('content/magazine.xml'))
    if (event.kind === 'item' && event.item.type !== 'attachment')
      posts.push([`demo ${event.item.id}`, event.item])
  return posts
}

const posts = [...(await demo()), ...(hasCases ? await allPosts() : [])]

describe('content written for WordPress', () => {
  it.each(posts)('%s reads back to the same document', (_, item) => {
    const first = convert(item, context)
    const content = wordpressHtml(first.document, { people: first.credits, text: 'Par X' })
    const again = { ...item, format: 'wxr' as const, lostBytes: 0, content }
    const second = convert(again, context)
    expect(second.document).toEqual(first.document)
    expect(second.credits).toEqual(first.credits)
    expect(Object.fromEntries(lostWords(again, second))).toEqual({})
  })
})
