import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { saveArticle } from '../articles/save.ts'
import { compareIndex, rebuildIndex } from '../search/doctor.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { type FakeSite, serveWordPress } from '../testing/wordpress-server.ts'
import { isComplete, summarize } from './report.ts'
import { syncItem, syncSite } from './sync.ts'

const database = await temporaryDatabase()
const site: FakeSite = await serveWordPress()
afterAll(() => site.close())

const rows = (name: string) => site.lists.get(`/wp/v2/${name}`) ?? []

function post(id: number, more: Record<string, unknown> = {}) {
  return {
    id,
    type: 'post',
    status: 'publish',
    slug: `post-${id}`,
    link: `${site.url}/post-${id}/`,
    date: '2024-03-02T08:46:15',
    date_gmt: '2024-03-02T07:46:15',
    modified_gmt: '2024-03-03T07:00:00',
    title: { rendered: `Titre ${id}` },
    content: { rendered: `<p>Texte ${id}.</p>`, protected: false },
    excerpt: { rendered: '' },
    tags: [4],
    categories: [3],
    ...more,
  }
}

const options = {
  account: null,
  allowPrivate: true,
  pause: 0,
  media: null,
  dryRun: false,
  onProgress: () => {},
}
const sync = (more: Partial<Parameters<typeof syncSite>[1]> = {}) =>
  syncSite(database, { ...options, from: site.url, ...more })

const shown = async () =>
  (await database.article.findMany({ where: { status: 'published' }, orderBy: { id: 'asc' } })).map(
    ({ slug, excerpt }) => `${slug}: ${excerpt}`,
  )

beforeEach(async () => {
  await database.sourceRecord.deleteMany()
  await database.article.deleteMany()
  await database.term.deleteMany()
  await database.redirect.deleteMany()
  await database.attachment.deleteMany()
  for (const list of site.lists.values()) list.splice(0)
  rows('categories').push({ id: 3, slug: 'villes', name: 'Villes', taxonomy: 'category', parent: 0 })
  rows('tags').push({ id: 4, slug: 'lyon', name: 'Lyon', taxonomy: 'post_tag' })
  site.asked.splice(0)
  site.intercept = () => false
  site.hasPermalinks = true
})

describe('sync', () => {
  it('brings a whole site in, page after page, then asks for nothing twice', async () => {
    rows('posts').push(...Array.from({ length: 230 }, (_, index) => post(index + 1)))
    rows('pages').push(post(500, { type: 'page', slug: 'a-propos', link: `${site.url}/a-propos/` }))
    rows('media').push({ id: 900, type: 'attachment', source_url: `${site.url}/wp-content/uploads/a.jpg` })
    const first = await sync()
    expect(first.counts.created).toBe(231)
    expect(isComplete(first)).toBe(true)
    expect(await database.attachment.count()).toBe(1)
    const article = await database.article.findFirstOrThrow({
      where: { slug: 'post-7' },
      include: { terms: { include: { term: true } } },
    })
    expect(article).toMatchObject({ path: '/post-7/', excerpt: 'Texte 7.' })
    expect(article.terms.map(({ term }) => term.name).sort()).toEqual(['Lyon', 'Villes'])
    site.asked.splice(0)
    expect((await sync()).items).toEqual([])
    expect(site.asked.filter((asked) => asked.includes('include='))).toEqual([])
  })

  it('takes what is new and changed, archives what is gone, brings back what returns', async () => {
    rows('posts').push(post(1), post(2), post(3))
    await sync()
    const gone = rows('posts').splice(0, 1)
    rows('posts')[0] = post(2, { modified_gmt: '2024-04-01T00:00:00', content: { rendered: 'Neuf.' } })
    rows('posts').push(post(4))
    const report = await sync()
    expect(report.counts).toMatchObject({ created: 1, updated: 1, archived: 1, unchanged: 0 })
    expect(summarize(report)).toContain('1 archivé (retiré de WordPress)')
    expect(await shown()).toEqual(['post-2: Neuf.', 'post-3: Texte 3.', 'post-4: Texte 4.'])
    expect(await database.articleTerm.count({ where: { publishedAt: { not: null } } })).toBe(6)
    expect((await sync()).counts.archived).toBe(0)
    rows('posts').unshift(...gone)
    expect((await sync()).counts.updated).toBe(1)
    expect(await shown()).toHaveLength(4)
  })

  it('keeps what was edited here, changed or gone there', async () => {
    rows('posts').push(post(1), post(2), post(3))
    await sync()
    for (const slug of ['post-1', 'post-2']) {
      const { id } = await database.article.findFirstOrThrow({ where: { slug } })
      await saveArticle(database, sampleArticle(slug, {}, 'Corrigé ici.'), { id })
    }
    rows('posts').splice(0, 1)
    rows('posts')[0] = post(2, { modified_gmt: '2024-04-01T00:00:00', content: { rendered: 'Neuf.' } })
    const report = await sync()
    expect(report.counts).toMatchObject({ kept: 2, archived: 0 })
    expect(await shown()).toEqual(['post-1: Corrigé ici.', 'post-2: Corrigé ici.', 'post-3: Texte 3.'])
  })

  it('writes nothing when it only tries', async () => {
    rows('posts').push(post(1), post(2))
    await sync()
    rows('posts').splice(0, 1)
    rows('posts').push(post(3))
    const report = await sync({ dryRun: true })
    expect(report.counts).toMatchObject({ created: 1, archived: 1 })
    expect(await shown()).toHaveLength(2)
  })

  it('reads raw text and drafts with an account, and says when the account is refused', async () => {
    rows('posts').push(
      post(1, { content: { raw: 'Un "mot".', rendered: '<p>Un &#8220;mot&#8221;.</p>' } }),
      post(2, { status: 'draft', content: { raw: 'Brouillon', rendered: '' } }),
    )
    await sync({ account: { user: 'ana', password: 'abcd efgh' } })
    const articles = await database.article.findMany({ orderBy: { id: 'asc' }, include: { source: true } })
    expect(articles.map(({ status, source }) => [status, source?.format])).toEqual([
      ['published', 'rest'],
      ['draft', 'rest'],
    ])
    expect(site.asked.some((asked) => asked.includes('context=edit') && asked.includes('status=any'))).toBe(
      true,
    )
    const refused = await sync({ account: { user: 'ana', password: 'faux' } })
    expect(refused.files[0]?.error).toContain('mot de passe d’application')
  })

  it('waits when asked to, tries again, and goes on without the item that the site cannot print', async () => {
    rows('posts').push(...Array.from({ length: 60 }, (_, index) => post(index + 1)))
    let busy = 2
    site.intercept = (route, query, answer) => {
      const isBroken = query.get('include')?.split(',').includes('13') === true && route === '/wp/v2/posts'
      if (busy > 0 && route === '/wp/v2/posts') {
        busy -= 1
        answer.writeHead(429, { 'Retry-After': '0' }).end()
      } else if (isBroken) answer.writeHead(500).end('<h1>Erreur critique</h1>')
      return answer.writableEnded
    }
    const report = await sync()
    expect(report.counts.created).toBe(59)
    expect(report.warnings.join()).toContain('post 13 laissé de côté')
    site.intercept = () => false
    expect((await sync()).counts.created).toBe(1)
  })

  it('goes on where a broken run stopped', async () => {
    rows('posts').push(...Array.from({ length: 120 }, (_, index) => post(index + 1)))
    site.intercept = (_route, query, answer) => {
      const isSecond = query.get('include')?.split(',').includes('60') === true
      if (isSecond) answer.destroy()
      return isSecond
    }
    const report = await sync()
    expect(report.counts.created).toBe(50)
    expect(isComplete(report)).toBe(false)
    site.intercept = () => false
    expect((await sync()).counts).toMatchObject({ created: 70, unchanged: 0 })
  })

  it('archives nothing when the list comes back empty, or moved while it was read', async () => {
    rows('posts').push(post(1), post(2))
    await sync()
    const all = rows('posts').splice(0)
    expect((await sync()).warnings.join()).toContain('rien n’est archivé')
    rows('posts').push(...all)
    site.intercept = (route, query, answer) => {
      const isListing = route === '/wp/v2/posts' && query.get('_fields') === 'id,modified_gmt'
      if (isListing) answer.end(JSON.stringify([{ id: 2, modified_gmt: '2024-03-03T07:00:00' }]))
      return isListing
    }
    expect((await sync()).counts.archived).toBe(0)
    expect(await shown()).toHaveLength(2)
  })

  it('finds the API without permalinks, and says when there is none', async () => {
    rows('posts').push(post(1))
    site.hasPermalinks = false
    expect((await sync()).counts.created).toBe(1)
    site.intercept = (_route, _query, answer) => {
      answer.writeHead(404).end()
      return true
    }
    await expect(sync()).rejects.toThrow(/aucune API REST/)
  })

  it('refuses a private address unless it is allowed', async () => {
    await expect(sync({ allowPrivate: false })).rejects.toThrow(/adresse privée/)
  })

  it('takes new comments, and those let through, of articles that did not change', async () => {
    const comment = (id: number, more: Record<string, unknown> = {}) => ({
      ...{ id, post: 1, parent: 0, author_name: 'Lise', author_url: '', date: '2024-03-05T08:00:00' },
      ...{ content: { rendered: `Mot ${id}` }, status: 'approved', type: 'comment', ...more },
    })
    rows('posts').push(post(1), post(2))
    rows('comments').push(comment(7))
    await sync()
    expect((await sync()).items).toEqual([])
    rows('comments').unshift(comment(8))
    const report = await sync()
    expect(report.items.map(({ id, outcome }) => [id, outcome])).toEqual([[1, 'updated']])
    expect(await database.comment.count()).toBe(2)
    expect((await sync()).items).toEqual([])
  })

  it('follows a tag that gets another name, then another slug; keeps a name mended here', async () => {
    rows('posts').push(post(1), post(2, { tags: [] }))
    await sync()
    const tag = (name: string, slug = 'lyon') => {
      rows('tags')[0] = { id: 4, slug, name, taxonomy: 'post_tag' }
    }
    const nameOf = async (slug: string) =>
      (await database.term.findUnique({ where: { type_slug: { type: 'tag', slug } } }))?.name
    tag('Grand Lyon')
    expect((await sync({ dryRun: true })).counts.updated).toBe(1)
    expect(await nameOf('lyon')).toBe('Lyon')
    expect((await sync()).items.map(({ id }) => id)).toEqual([1])
    expect(await nameOf('lyon')).toBe('Grand Lyon')
    tag('Lyon', 'grand-lyon')
    await sync()
    expect(await nameOf('grand-lyon')).toBe('Lyon')
    await database.term.updateMany({ where: { slug: 'grand-lyon' }, data: { name: 'Lyon et autour' } })
    tag('Lyon !', 'grand-lyon')
    await sync()
    expect(await nameOf('grand-lyon')).toBe('Lyon et autour')
    expect((await sync()).items).toEqual([])
    await database.term.updateMany({ where: { slug: 'grand-lyon' }, data: { name: 'Lyon !' } })
    await rebuildIndex(database)
    await database.article.updateMany({ data: { revision: 'modifié ici' } })
    tag('Confluence', 'grand-lyon')
    await sync()
    expect(await nameOf('grand-lyon')).toBe('Confluence')
    expect((await compareIndex(database)).faults).toEqual([])
  })

  it('completes an export of the same host, under whatever scheme', async () => {
    rows('posts').push(post(1))
    await sync()
    await database.sourceRecord.updateMany({ data: { site: site.url.replace('http:', 'https:') } })
    rows('posts')[0] = post(1, { modified_gmt: '2024-04-01T00:00:00', content: { rendered: 'Neuf.' } })
    expect((await sync()).counts).toMatchObject({ updated: 1, created: 0 })
  })
})

describe('one item', () => {
  const take = (id: number) => syncItem(database, { ...options, from: site.url }, id)

  it('comes, changes and goes on demand, with the files it shows', async () => {
    const image = '<img class="wp-image-900" src="/a.jpg" alt="">'
    rows('posts').push(post(6627, { content: { rendered: image } }), post(2))
    rows('media').push({ id: 900, type: 'attachment', source_url: `${site.url}/a.jpg` })
    expect((await take(6627)).counts.created).toBe(1)
    expect(await database.attachment.count()).toBe(1)
    rows('posts')[0] = post(6627, { content: { rendered: 'Neuf.' } })
    expect((await take(6627)).counts.updated).toBe(1)
    expect(await shown()).toEqual(['post-6627: Neuf.'])
    rows('posts').splice(0, 1)
    expect((await take(6627)).counts.archived).toBe(1)
    expect((await take(404)).items).toEqual([])
  })

  it('is not archived when the site is down', async () => {
    rows('posts').push(post(1))
    await take(1)
    rows('posts').splice(0)
    site.intercept = (route, _query, answer) => {
      if (route !== '/') answer.writeHead(503).end()
      return answer.writableEnded
    }
    expect(isComplete(await take(1))).toBe(false)
    expect(await shown()).toHaveLength(1)
  })
})
