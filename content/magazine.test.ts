import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sax from 'sax'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { site as identity } from '../lib/site.ts'

const folder = import.meta.dirname
const uploads = join(folder, 'uploads/wp-content/uploads')
const site = 'https://www.copeaux.example'

type Item = { fields: Record<string, string>; meta: Record<string, string>; terms: string[] }

/** The items of the export; a strict parser, so that a fault of the XML fails here and not in a reader. */
function readItems(xml: string): Item[] {
  const items: Item[] = []
  let item: Item | null = null
  let text = ''
  let key = ''
  const parser = sax.parser(true)
  parser.onopentag = (tag) => {
    text = ''
    if (tag.name === 'item') item = { fields: {}, meta: {}, terms: [] }
    if (item && tag.name === 'category')
      item.terms.push(`${tag.attributes.domain}:${tag.attributes.nicename}`)
  }
  parser.ontext = (part) => {
    text += part
  }
  parser.oncdata = parser.ontext
  parser.onclosetag = (name) => {
    if (!item) return
    if (name === 'wp:meta_key') key = text
    else if (name === 'wp:meta_value') item.meta[key] = text
    else if (name === 'item') items.push(item)
    else item.fields[name] = text
    if (name === 'item') item = null
    text = ''
  }
  parser.onerror = (error) => {
    throw error
  }
  parser.write(xml).close()
  return items
}

const items = readItems(readFileSync(join(folder, 'magazine.xml'), 'utf8'))
const field = (item: Item, name: string) => item.fields[name] ?? ''
const ofType = (type: string) => items.filter((item) => field(item, 'wp:post_type') === type)
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

const posts = ofType('post')
const attachments = new Map(ofType('attachment').map((item) => [field(item, 'wp:post_id'), item]))
const texts = [...posts, ...ofType('page')].map((item) => ({
  slug: field(item, 'wp:post_name'),
  body: field(item, 'content:encoded'),
}))
const anchorsOf = (body: string) => matches(body, /\sid="([^"]+)"/g)

describe('the demo magazine', () => {
  test('has twenty-two articles of four sections and two pages', () => {
    const sections = posts.map((post) => post.terms.find((term) => term.startsWith('category:')))
    expect(sections.filter((section) => section === 'category:entretiens')).toHaveLength(6)
    expect(sections.filter((section) => section === 'category:reportages')).toHaveLength(8)
    expect(sections.filter((section) => section === 'category:focus')).toHaveLength(5)
    expect(sections.filter((section) => section === 'category:comptes-rendus')).toHaveLength(3)
    expect(texts).toHaveLength(24)
  })

  test('has the page of principles that the site names', () => {
    expect(texts.map(({ slug }) => `/${slug}/`)).toContain(identity.principles)
    expect(identity.fediverse).toMatch(/^@[\w.-]+@[\w.-]+\.example$/)
  })

  test('uses each id and each address once', () => {
    for (const name of ['wp:post_id', 'link', 'guid']) {
      const values = items.map((item) => field(item, name))
      expect(new Set(values).size).toBe(items.length)
    }
  })

  test.each(texts)('$slug: in-page links have their anchor, and anchors are unique', ({ body }) => {
    const anchors = anchorsOf(body)
    expect(new Set(anchors).size).toBe(anchors.length)
    expect(anchors).toEqual(expect.arrayContaining(matches(body, /href="#([^"]+)"/g)))
  })

  test.each(texts)(
    '$slug: links inside the magazine lead to an article, an anchor or a picture',
    ({ body }) => {
      const pictures = [...attachments.values()].map((item) => field(item, 'wp:attachment_url'))
      const sections = matches(readFileSync(join(folder, 'magazine.xml'), 'utf8'), /nicename="([^"]+)"/g)
      const pages = texts.flatMap(({ slug, body: text }) => [
        `${site}/${slug}/`,
        ...anchorsOf(text).map((anchor) => `${site}/${slug}/#${anchor}`),
      ])
      const known = new Set([...pictures, ...pages, ...sections.map((slug) => `${site}/category/${slug}/`)])
      const inside = matches(body, /(?:href|src)="([^"]+)"/g).filter((address) => address.startsWith(site))
      expect(inside.filter((address) => !known.has(address))).toEqual([])
    },
  )

  test.each(texts)('$slug: captions, pictures and galleries name an attachment', ({ body }) => {
    const galleries = matches(body, /\[gallery [^\]]*ids="([\d,]+)"/g).flatMap((ids) => ids.split(','))
    const named = [...matches(body, /wp-image-(\d+)/g), ...matches(body, /attachment_(\d+)/g), ...galleries]
    expect(named.filter((id) => !attachments.has(id))).toEqual([])
  })

  test('every article has a cover and every picture an alternative text', () => {
    expect(posts.filter((post) => !attachments.has(post.meta._thumbnail_id ?? ''))).toEqual([])
    const silent = [...attachments.values()].filter((item) => !item.meta._wp_attachment_image_alt)
    expect(silent).toEqual([])
  })

  test('the media library holds the attachments, at the size they declare, and nothing else', async () => {
    const files = readdirSync(uploads, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('.'),
    )
    const declared = [...attachments.values()].map((item) => item.meta._wp_attached_file ?? '')
    expect(files.toSorted()).toEqual(declared.toSorted())
    for (const item of attachments.values()) {
      if (!item.meta._wp_attached_file?.endsWith('.jpg')) continue
      const { width, height } = await sharp(join(uploads, item.meta._wp_attached_file ?? '')).metadata()
      expect(item.meta._wp_attachment_metadata).toContain(`s:5:"width";i:${width};s:6:"height";i:${height};`)
    }
    const bytes = files.reduce((sum, name) => sum + statSync(join(uploads, name)).size, 0)
    expect(bytes).toBeLessThan(6_500_000)
  })
})
