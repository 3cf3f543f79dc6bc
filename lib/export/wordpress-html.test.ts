import { describe, expect, it } from 'vitest'
import { lostWords } from '../wordpress/conservation.ts'
import { convert } from '../wordpress/convert.ts'
import { posts } from './fixtures.ts'
import { wordpressHtml } from './wordpress-html.ts'

const context = { attachments: new Map(), hosts: [] }

const articles = await posts()

describe('content written for WordPress', () => {
  it.each(articles)('%s reads back to the same document', (_, item) => {
    const first = convert(item, context)
    const content = wordpressHtml(first.document, { people: first.credits, text: 'Par X' })
    const again = { ...item, format: 'wxr' as const, lostBytes: 0, content }
    const second = convert(again, context)
    expect(second.document).toEqual(first.document)
    expect(second.credits).toEqual(first.credits)
    expect(Object.fromEntries(lostWords(again, second))).toEqual({})
  })
})
