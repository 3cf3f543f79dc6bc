import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { database } from '../db.ts'
import { withTags } from '../freshness/outside-next.ts'
import type { Answer } from '../freshness/receipt.ts'
import { migrate } from '../migrate.ts'
import { removeFromIndex } from '../search/index-articles.ts'
import { getSearch } from '../search/read.ts'
import { sampleArticle } from '../testing/article.ts'
import {
  PEOPLE,
  PICTURES,
  type Step,
  SLUGS as slugs,
  step,
  take,
  TERMS as terms,
} from '../testing/changes.ts'
import { emptyPostgres } from '../testing/database.ts'
import { answerAt } from './answer-at.ts'
import { getPreviewSource } from './previews.ts'
import { getSiteLinks } from './read.ts'
import { revisionOf } from './revision.ts'
import { type ArticleInput, checkArticle, saveArticles } from './save.ts'

/** The reads of the pages take the server's own database: this file has one to itself, on either engine. */
const url = await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const server = process.env.TEST_POSTGRES
  process.env.DATABASE_URL = server
    ? new URL(`/chapo_touched_${process.pid}`, server).href
    : `file:${mkdtempSync(`${tmpdir()}/chapo-touched-`)}/test.db`
  return process.env.DATABASE_URL
})

const rooms = ['tag', 'category', 'dossier']
const dates = [
  '2024/',
  '2024/page/2/',
  '2024/03/',
  '2024/03/02/',
  '2024/03/05/',
  '2024/01/',
  '2023/',
  '2023/12/',
]
/** Every kind of address that the site keeps. */
const addresses = [
  ...['/', '/page/2/', '/archives/', '/etiquettes/', '/personnes/'],
  ...['/feed/', '/feed/atom/', '/feed/json/', '/page/2/feed/', '/comments/feed/', '/2024/03/feed/'],
  ...[
    '/sitemap.xml',
    '/news-sitemap.xml',
    ...['listes-1', '2024-1', '2023-1'].map((part) => `/sitemaps/${part}.xml`),
  ],
  ...slugs.flatMap((slug) => [`/${slug}/`, `/${slug}-bis/`, `/${slug}/amp/`, `/${slug}/feed/`]),
  ...rooms.flatMap((room) => terms.flatMap((slug) => [`/${room}/${slug}/`, `/${room}/${slug}/feed/`])),
  ...PEOPLE.flatMap((slug) => [`/personne/${slug}/`, `/personne/${slug}/feed/`]),
  ...['/tag/a/page/2/', '/tag/a/page/2/feed/'],
  ...dates.map((date) => `/${date}`),
]

const SEARCHES = ['q=texte', 'q=soleil', 'q=titre&personne=malik-derouet']

/** What is read where no address says it: the menu of all pages, searches, the previews of articles ever seen. */
const seen = new Set<number>()
async function otherReads(): Promise<[string, () => Promise<object | null>][]> {
  for (const { id } of await (await database()).article.findMany({ select: { id: true } })) seen.add(id)
  return [
    ['menu', () => getSiteLinks()],
    ...['q=texte', 'q=soleil', 'q=titre&personne=malik-derouet'].map(
      (query): [string, () => Promise<object>] => [
        query,
        () => getSearch(Buffer.from(query).toString('base64url')),
      ],
    ),
    ...[...seen].map((id): [string, () => Promise<object | null>] => [
      `aperçu ${id}`,
      () => getPreviewSource(id),
    ]),
  ]
}

type Page = { shown: Answer; tags: Set<string> }

/** The whole site: what stands at each address, with the cache tags that it carries. */
async function renderSite(): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  const keep = async (name: string, read: () => Promise<Answer>) => {
    const { answer: shown, tags } = await withTags(read)
    pages.set(name, { shown, tags })
  }
  for (const path of addresses) await keep(path, () => answerAt(path))
  for (const [name, read] of await otherReads())
    await keep(name, async () => ({ status: 200, mark: revisionOf((await read()) ?? {}) }))
  return pages
}

async function takeNotes(): Promise<Set<string>> {
  const db = await database()
  const rows = await db.pendingRefresh.findMany()
  await db.pendingRefresh.deleteMany()
  return new Set(rows.map(({ tag }) => tag))
}

/** Enough articles for lists to have a second page. */
const others = Array.from({ length: 13 }, (_, index) =>
  sampleArticle(`fond-${index}`, {
    publishedAt: new Date(Date.UTC(2024, 0, index + 1)),
    tags: [{ slug: 'a', name: 'a', parent: null }],
  }),
)

async function reset(): Promise<void> {
  const db = await database()
  const ids = (await db.article.findMany({ select: { id: true } })).map(({ id }) => id)
  await removeFromIndex(db, ids)
  await db.article.deleteMany()
  for (const table of [db.term, db.person, db.redirect, db.withdrawn])
    await Reflect.apply(table.deleteMany, table, [])
  seen.clear()
  await saveArticles(
    db,
    others.map((input) => ({ article: checkArticle(input) })),
  )
  await takeNotes()
}

beforeAll(async () => {
  const server = process.env.TEST_POSTGRES
  if (server) await emptyPostgres(server, new URL(url).pathname.slice(1))
  await migrate(url)
  const data = PICTURES.map((id) => ({
    id,
    file: `${id}.jpg`,
    mimeType: 'image/jpeg',
    width: 8,
    height: 8,
    sizes: [],
  }))
  await (await database()).media.createMany({ data })
})

describe('what a change touches', () => {
  it('holds every page that shows it, of any before and after', async () => {
    const run = async (steps: Step[]) => {
      await reset()
      let before = await renderSite()
      for (const one of steps) {
        await take(await database(), one)
        const touched = await takeNotes()
        const after = await renderSite()
        const stale = [...before].flatMap(([path, { shown, tags }]) => {
          const isSame = revisionOf(after.get(path)?.shown ?? {}) === revisionOf(shown)
          return isSame || [...tags].some((tag) => touched.has(tag)) ? [] : [path]
        })
        expect(stale).toEqual([])
        before = after
      }
    }
    // Shrinking renders the site hundreds of times: FC_SEED names a failure to look at.
    const seed = Number(process.env.FC_SEED) || undefined
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), run), {
      numRuns: 12,
      endOnFailure: true,
      ...(seed ? { seed } : {}),
    })
  }, 300_000)

  it('holds the address of somebody who was merged while the other one is not shown', async () => {
    await reset()
    const save = (slug: string, name: string, status: ArticleInput['status']): Step => ({
      kind: 'save',
      slug,
      path: '',
      changes: { status, credits: [{ name, role: 'author' }] },
    })
    const db = await database()
    await take(db, save('un', 'Alix Roy', 'draft'))
    await take(db, save('deux', 'Malik Derouet', 'draft'))
    await take(db, { kind: 'merge', from: 'alix-roy', into: 'malik-derouet' })
    await takeNotes()
    const old = ['/personne/alix-roy/', '/personne/alix-roy/feed/']
    const before = await renderSite()
    await take(db, save('deux', 'Malik Derouet', 'published'))
    const touched = await takeNotes()
    for (const path of old) {
      expect(before.get(path)?.shown.status, path).toBe(404)
      expect(
        [...(before.get(path)?.tags ?? [])].some((tag) => touched.has(tag)),
        path,
      ).toBe(true)
      expect((await answerAt(path)).status, path).toBe(308)
    }
  })

  it('holds the address of a deleted article that a draft takes: it is gone no more', async () => {
    await reset()
    const save = (status: ArticleInput['status']): Step => ({
      kind: 'save',
      slug: 'un',
      path: '',
      changes: { status },
    })
    const db = await database()
    await take(db, save('published'))
    await take(db, { kind: 'decide', slug: 'un', decision: { kind: 'delete' } })
    await takeNotes()
    const gone = (await renderSite()).get('/un/')
    expect(gone?.shown.status).toBe(410)
    await take(db, save('draft'))
    const touched = await takeNotes()
    expect((await answerAt('/un/')).status).toBe(404)
    expect([...(gone?.tags ?? [])].some((tag) => touched.has(tag))).toBe(true)
  })

  it('holds no page for a draft, whatever its tags: they change no order', async () => {
    await reset()
    const save = (slug: string, tag: string, status: ArticleInput['status']): Step => ({
      kind: 'save',
      slug,
      path: '',
      changes: { status, tags: [{ slug: tag, name: tag, parent: null }] },
    })
    await take(await database(), save('un', 'b', 'published'))
    await take(await database(), save('deux', 'c', 'published'))
    await takeNotes()
    const pages = await renderSite()
    await take(await database(), save('trois', 'c', 'draft'))
    const after = await renderSite()
    for (const [path, { shown }] of pages) expect(after.get(path)?.shown, path).toEqual(shown)
  })

  it('holds no list when the text alone changes', async () => {
    await reset()
    const save = (words: string): Step => ({
      kind: 'save',
      slug: 'un',
      path: '',
      changes: {
        tags: [{ slug: 'a', name: 'a', parent: null }],
        document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
      },
    })
    await take(await database(), save('Du texte.'))
    await takeNotes()
    const pages = await renderSite()
    await take(await database(), save('Un autre texte.'))
    const touched = await takeNotes()
    const refreshed = [...pages].flatMap(([path, { tags }]) =>
      [...tags].some((tag) => touched.has(tag)) ? [path] : [],
    )
    const feeds = ['', 'atom/', 'json/'].map((format) => `/feed/${format}`)
    const maps = ['/sitemap.xml', '/news-sitemap.xml', '/sitemaps/listes-1.xml', '/sitemaps/2024-1.xml']
    const [id] = seen.size > 0 ? [...seen].slice(-1) : []
    expect(refreshed.toSorted()).toEqual(
      [
        ...feeds,
        ...maps,
        ...['/un/', '/un/amp/', '/un/feed/', '/tag/a/feed/', '/2024/03/feed/', `aperçu ${id}`],
        ...SEARCHES,
      ].toSorted(),
    )
  })
})
