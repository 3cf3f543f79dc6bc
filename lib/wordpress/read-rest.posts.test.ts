import { describe, expect, it } from 'vitest'
import { textLines } from '../document/text.ts'
import { temporaryFolder } from '../testing/database.ts'
import { restPost as post, readAnswers } from '../testing/rest-answers.ts'
import { autop } from './autop.ts'
import { convert } from './convert.ts'
import { allPosts, hasCases, sourceItem } from './fixtures.ts'
import type { SourceItem } from './source.ts'

const folder = temporaryFolder()
const read = (files: Record<string, unknown>) => readAnswers(folder, files)

const documentOf = (item: SourceItem) => convert(item, { attachments: new Map(), hosts: [] }).document

async function rendered(html: string) {
  const { items } = await read({ 'a.json': [post(1, { content: { rendered: html, protected: false } })] })
  return documentOf(items[0] ?? sourceItem({})).content
}

describe('what WordPress prints becomes what its author wrote', () => {
  const image = '<img src="/u/a-300x200.jpg" alt="a" width="300" height="200" class="wp-image-12" />'
  const inCaption = [{ type: 'caption', content: [{ type: 'text', text: "L'île" }] }]

  it.each([
    [
      'figure.wp-caption',
      `<figure id="attachment_12" class="wp-caption alignleft"><a href="/u/a.jpg">${image}</a><figcaption class="wp-caption-text">L&#8217;île</figcaption></figure>`,
    ],
    [
      'div.wp-caption',
      `<div id="attachment_12" class="wp-caption alignleft">${image}<p class="wp-caption-text">L&#8217;île</p></div>`,
    ],
    [
      'dl in a div',
      `<div class="mceTemp"><dl id="attachment_12" class="wp-caption alignleft"><dt class="wp-caption-dt">${image}</dt><dd class="wp-caption-dd">L&#8217;île</dd></dl></div>`,
    ],
    [
      'dl.wp-caption-text',
      `<div class="wp-caption"><dl class="wp-caption alignleft"><dt>${image}</dt><dd class="wp-caption-text">L&#8217;île</dd></dl></div>`,
    ],
  ])('%s', async (_name, html) => {
    expect(await rendered(`<p>Avant</p>\n${html}\n<p>Après</p>`)).toMatchObject([
      { type: 'paragraph' },
      { type: 'figure', attrs: { attachmentId: 12 }, content: inCaption },
      { type: 'paragraph' },
    ])
  })

  it('a gallery', async () => {
    const item = `<dl class="gallery-item"><dt class="gallery-icon landscape"><a href="/u/a.jpg">${image}</a></dt><dd class="wp-caption-text gallery-caption" id="g-1">L&#8217;île</dd></dl>`
    const html = `<style type="text/css">#gallery-1 { margin: auto; }</style><div id="gallery-1" class="gallery galleryid-1 gallery-columns-2 gallery-size-thumbnail">${item}${item}<br style="clear: both" /></div>`
    expect(await rendered(html)).toMatchObject([
      { type: 'gallery', attrs: { columns: 2 }, content: [{ content: inCaption }, { content: inCaption }] },
    ])
  })
})

describe.skipIf(!hasCases)('the same post, by export and by API', async () => {
  const posts = hasCases ? (await allPosts()).filter(([, { format }]) => format === 'wxr') : []
  const asRest = ({ id, slug, title, excerpt, link }: SourceItem, content: object) =>
    post(id, { slug, link, title: { raw: title }, excerpt: { raw: excerpt }, content })

  it.each(posts)('raw: %s', async (_name, item) => {
    const { items } = await read({ 'a.json': [asRest(item, { raw: item.content, rendered: '' })] })
    const [rest] = items
    if (!rest) throw new Error('no item')
    expect(documentOf({ ...rest, date: item.date, meta: item.meta })).toEqual(documentOf(item))
  })

  it.each(posts)('rendered: %s', async (_name, item) => {
    const shown = item.content.includes('<!-- wp:')
      ? item.content.replace(/<!-- .*? -->/g, '')
      : autop(item.content)
    const typeset = shown.replace(/(\w)'(\w)(?![^<]*>)/g, '$1&#8217;$2')
    const { items } = await read({ 'a.json': [asRest(item, { rendered: typeset })] })
    const [rest] = items
    if (!rest) throw new Error('no item')
    const lines = (one: SourceItem) =>
      documentOf(one)
        .content.flatMap((part) => textLines(part))
        .join('\n')
    expect(lines({ ...rest, date: item.date, meta: item.meta })).toBe(lines(item))
  })
})
