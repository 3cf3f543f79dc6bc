import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/database.ts'
import { restPost as post, readAnswers } from '../testing/rest-answers.ts'

const folder = temporaryFolder()
const read = (files: Record<string, unknown>) => readAnswers(folder, files)

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
