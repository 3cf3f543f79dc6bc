import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textLines } from '../document/text.ts'
import { autop } from './autop.ts'
import { convert } from './convert.ts'
import { allPosts, hasCases, sourceItem } from './fixtures.ts'
import { readNames, readSource, sourceFiles } from './read.ts'
import type { SourceItem } from './source.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chapo-rest-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What several files of one import give together. */
async function read(files: Record<string, unknown>) {
  const items: SourceItem[] = []
  const warnings: string[] = []
  let error = ''
  const place = await mkdtemp(join(folder, 'rest-'))
  for (const [name, value] of Object.entries(files))
    await writeFile(join(place, name), typeof value === 'string' ? value : JSON.stringify(value))
  const paths = await sourceFiles([place])
  const names = await readNames(paths)
  for (const path of paths) {
    try {
      for await (const event of readSource(path, names)) {
        if (event.kind === 'item') items.push(event.item)
        if (event.kind === 'warning') warnings.push(event.message)
      }
    } catch (thrown) {
      error = String(thrown)
    }
  }
  return { items, warnings, error }
}

const href = (id: number) => `https://www.essai.test/blog/wp-json/wp/v2/posts/${id}`
const post = (id: number, more: Record<string, unknown> = {}) => ({
  id,
  date: '2024-03-02T08:46:15',
  date_gmt: '2024-03-02T07:46:15',
  modified: '2024-03-03T08:00:00',
  modified_gmt: '2024-03-03T07:00:00',
  slug: `post-${id}`,
  status: 'publish',
  type: 'post',
  link: `https://www.essai.test/blog/post-${id}/`,
  guid: { rendered: `https://www.essai.test/blog/?p=${id}` },
  title: { rendered: 'L&#8217;un &#038; l&#8217;autre' },
  content: { rendered: '<p>Du texte.</p>\n', protected: false },
  excerpt: { rendered: '<p>Du texte.</p>\n', protected: false },
  author: 8,
  featured_media: 12,
  comment_status: 'open',
  sticky: false,
  meta: [],
  categories: [3],
  tags: [4],
  _links: { self: [{ href: href(id) }] },
  ...more,
})
const category = (id: number, slug: string, parent = 0) => ({
  id,
  slug,
  name: slug,
  taxonomy: 'category',
  parent,
})
const tag = { id: 4, slug: '007', name: '007', taxonomy: 'post_tag' }
const picture = {
  id: 12,
  type: 'attachment',
  slug: 'a',
  link: 'https://www.essai.test/blog/a/',
  title: { rendered: 'a' },
  alt_text: '',
  caption: { rendered: '<p>Vue de <em>Lyon</em></p>\n' },
  mime_type: 'image/jpeg',
  media_details: { width: 1024, height: 683 },
  source_url: 'https://www.essai.test/blog/wp-content/uploads/2019/03/a.jpg',
  _links: { self: [{ href: 'https://www.essai.test/blog/wp-json/wp/v2/media/12' }] },
}

describe('items', () => {
  it('are complete when several files name what one only numbers', async () => {
    const { items, warnings } = await read({
      'categories.json': [category(3, 'b', 2), category(2, 'a')],
      'comments.json': [
        {
          id: 1,
          post: 7,
          parent: 0,
          author_name: 'Zoé',
          date: '2024-03-05T10:00:00',
          content: { rendered: '<p>Ah&#8230;</p>' },
          status: 'approved',
          type: 'comment',
        },
        {
          id: 2,
          post: 7,
          parent: 1,
          author_name: 'Ed',
          date: '',
          content: { rendered: 'Oui' },
          status: 'hold',
          type: 'comment',
        },
        {
          id: 3,
          post: 7,
          parent: 0,
          author_name: 'X',
          date: '',
          content: { rendered: 'spam' },
          status: 'spam',
          type: 'comment',
        },
      ],
      'media.json': [{ ...picture, post: 7 }],
      'posts.json': [post(7)],
      'tags.json': [tag],
      'users.json': [{ id: 8, name: 'La rédaction', slug: 'redaction' }],
    })
    expect(warnings).toEqual([])
    expect(items.map(({ id, type }) => [id, type])).toEqual([
      [12, 'attachment'],
      [7, 'post'],
    ])
    expect(items[0]).toMatchObject({
      site: 'https://www.essai.test/blog',
      excerpt: '<p>Vue de <em>Lyon</em></p> ',
      parent: 7,
      attachmentUrl: picture.source_url,
      meta: { _wp_attachment_image_alt: '' },
    })
    expect(items[1]).toMatchObject({
      format: 'rest-rendered',
      site: 'https://www.essai.test/blog',
      title: "L'un &amp; l'autre",
      excerpt: '',
      date: '2024-03-02 08:46:15',
      modifiedGmt: '2024-03-03 07:00:00',
      creator: 'redaction',
      commentsOpen: true,
      terms: [
        { taxonomy: 'category', id: 3, slug: 'b', parent: 'a' },
        { taxonomy: 'post_tag', id: 4, slug: '007', parent: null },
      ],
      meta: { _thumbnail_id: '12' },
      comments: [
        {
          id: 1,
          parent: 0,
          author: 'Zoé',
          content: '<p>Ah...</p>',
          status: '1',
          date: '2024-03-05 10:00:00',
        },
        { id: 2, parent: 1, status: '0' },
      ],
      warnings: ['commentaires indésirables ou à la corbeille, laissés de côté : 1'],
    })
  })

  it('take raw text when it is there, to the character', async () => {
    const raw = '[caption id="attachment_12"]<img class="wp-image-12" /> L’un[/caption]\n\nUn &#8217; -- deux'
    const { items } = await read({
      'a.json': [
        post(7, {
          title: { raw: 'A -- B', rendered: 'A &#8212; B' },
          content: { raw, rendered: '<p>autre</p>', protected: true },
          excerpt: { raw: 'Mot', rendered: '<p>Mot</p>' },
          password: 'secret',
          meta: { footnotes: '[]', rating: 5, list: ['a'] },
        }),
      ],
    })
    expect(items[0]).toMatchObject({
      format: 'rest',
      title: 'A -- B',
      content: raw,
      excerpt: 'Mot',
      password: 'secret',
      meta: { footnotes: '[]', rating: '5', list: '["a"]' },
    })
  })

  it('bring along what is embedded, and the library’s own when it is given too', async () => {
    const { _links, ...bare } = picture
    const _embedded = {
      author: [{ id: 8, name: 'Ana', slug: 'ana' }],
      'wp:featuredmedia': [bare, { code: 'rest_forbidden', message: 'Non', data: { status: 401 } }],
      'wp:term': [[category(3, 'b')], [tag], [{ id: 9, slug: 'paris', name: 'Paris', taxonomy: 'lieu' }]],
    }
    const alone = await read({ 'posts.json': { posts: [post(7, { _embedded })] } })
    expect(alone.items.map(({ id }) => id)).toEqual([12, 7])
    expect(alone.items[1]).toMatchObject({
      creator: 'ana',
      terms: [{ slug: 'b' }, { slug: '007' }, { slug: 'paris' }],
    })
    const both = await read({
      'all.json': { posts: [post(7, { _embedded })], media: [{ ...picture, post: 7 }] },
    })
    expect(both.items.map(({ id, parent }) => [id, parent])).toEqual([
      [7, 0],
      [12, 7],
    ])
  })

  it('of which the text is withheld are shown to nobody', async () => {
    const { items } = await read({ 'a.json': [post(7, { content: { rendered: '', protected: true } })] })
    expect(items[0]?.password).not.toBe('')
    expect(items[0]?.warnings.join()).toContain('mot de passe')
  })

  it('say which terms nobody names, and which fields are odd', async () => {
    const { items } = await read({ 'a.json': [post(7, { featured_media: false, menu_order: 'un' })] })
    expect(items[0]?.warnings).toEqual([
      'champ menu_order : forme inattendue, laissé de côté',
      'champ featured_media : forme inattendue, laissé de côté',
      'terme 3 : son nom n’est pas dans les fichiers donnés',
      'terme 4 : son nom n’est pas dans les fichiers donnés',
    ])
  })
})

describe('what is wrong is named with its place, the rest is read', () => {
  it.each([
    [
      'an item without id',
      [post(1), { ...post(2), id: null }, post(3)],
      [1, 3],
      /élément 2, ligne 1 : champ id/,
    ],
    ['a content that is none', [post(1), post(2, { content: 5 })], [1], /élément 2, ligne 1 : champ content/],
    ['something else', { posts: [post(1), 'x', { a: 1 }] }, [1], /posts, élément 3 : ni article, ni média/],
  ])('%s', async (_name, value, ids, reason) => {
    const { items, warnings } = await read({ 'a.json': value })
    expect(items.map(({ id }) => id)).toEqual(ids)
    expect(warnings.join('\n')).toMatch(reason)
  })

  it('a file cut short', async () => {
    const whole = JSON.stringify([post(1), post(2), post(3)], null, 1)
    const { items, error } = await read({ 'a.json': whole.slice(0, -300) })
    expect(items.map(({ id }) => id)).toEqual([1, 2])
    expect(error).toMatch(/a\.json \(ligne \d+\) : le JSON s’arrête/)
  })

  it('a refusal of WordPress', async () => {
    const { error } = await read({
      'a.json': { code: 'rest_forbidden_context', message: 'Désolé', data: { status: 401 } },
    })
    expect(error).toContain('Désolé (rest_forbidden_context)')
  })
})

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
