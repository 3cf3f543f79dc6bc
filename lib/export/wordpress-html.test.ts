import { describe, expect, it } from 'vitest'
import { dangersInHtml } from '../testing/fuzz/dangers.ts'
import { lostWords } from '../wordpress/conservation.ts'
import { convert } from '../wordpress/convert.ts'
import { sourceItem } from '../wordpress/fixtures.ts'
import { posts } from './fixtures.ts'
import { wordpressHtml } from './wordpress-html.ts'

const context = { attachments: new Map(), hosts: [] }

const articles = await posts()

it('a kept shortcode goes back as it was, unless a browser would run what it holds', () => {
  const written = (content: string) =>
    wordpressHtml(convert(sourceItem({ content }), context).document, { people: [], text: '' })
  expect(written('[boite html="<b>a</b>"]')).toContain('[boite html="<b>a</b>"]')
  for (const html of ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href=javascript:x>'])
    expect(dangersInHtml(written(`[boite html="${html}"]`)), html).toEqual([])
})

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
