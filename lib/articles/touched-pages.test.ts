import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { database } from '../db.ts'
import { withTags } from '../freshness/outside-next.ts'
import type { Answer } from '../freshness/receipt.ts'
import { migrate } from '../migrate.ts'
import { sampleArticle } from '../testing/article.ts'
import { answerAt } from './answer-at.ts'
import { type Decision, decide } from './change-status.ts'
import type { CreditInput } from './credits.ts'
import { getSiteLinks } from './read.ts'
import { revisionOf } from './revision.ts'
import { type ArticleInput, checkArticle, saveArticles } from './save.ts'

/** The reads of the pages take the server's own database: this file has one to itself. */
const url = await vi.hoisted(async () => {
  const { mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  process.env.DATABASE_URL = `file:${mkdtempSync(`${tmpdir()}/chapo-touched-`)}/test.db`
  return process.env.DATABASE_URL
})

const FUTURE = new Date('2999-01-01T00:00:00Z')
const slugs = ['un', 'deux', 'trois']
const terms = ['a', 'b', 'c']
const days = [
  new Date('2024-03-02T07:00:00Z'),
  new Date('2024-03-05T07:00:00Z'),
  new Date('2023-12-31T23:30:00Z'),
]

const termInput = fc.record({
  slug: fc.constantFrom(...terms),
  parent: fc.constantFrom(null, ...terms),
  description: fc.constantFrom('', 'Ce qui se dit.'),
})
const toTerms = (isTree: boolean) => (all: { slug: string; parent: string | null; description: string }[]) =>
  all.map(({ slug, parent, description }) => ({
    slug,
    name: slug,
    description,
    parent: isTree && parent !== slug ? parent : null,
  }))

const changes = fc.record({
  title: fc.constantFrom('Titre', 'Autre titre'),
  standfirst: fc.constantFrom('', 'Un chapô.'),
  status: fc.constantFrom<ArticleInput['status']>('published', 'published', 'draft', 'scheduled', 'archived'),
  type: fc.constantFrom<ArticleInput['type']>('article', 'article', 'article', 'page'),
  publishedAt: fc.constantFrom(...days, FUTURE),
  seoTitle: fc.constantFrom(null, 'Pour les moteurs'),
  tags: fc.array(termInput, { maxLength: 3 }).map(toTerms(false)),
  categories: fc.array(termInput, { maxLength: 2 }).map(toTerms(true)),
  credits: fc.constantFrom<CreditInput[]>([], [{ name: 'Alix Roy', role: 'author' }]),
})
type Step =
  | { kind: 'save'; slug: string; path: string; words: string; changes: Partial<ArticleInput> }
  | { kind: 'decide'; slug: string; decision: Decision }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      slug: fc.constantFrom(...slugs),
      path: fc.constantFrom('', '-bis'),
      words: fc.constantFrom('Du texte.', 'Un autre texte.'),
      changes,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      slug: fc.constantFrom(...slugs),
      decision: fc.constantFrom<Decision>(
        { kind: 'publish', at: new Date('2024-03-05T09:00:00Z') },
        { kind: 'schedule', at: FUTURE },
        { kind: 'unpublish' },
        { kind: 'withdraw' },
        { kind: 'delete' },
      ),
    }),
  },
)

const addresses = [
  '/',
  '/page/2/',
  '/archives/',
  '/feed/',
  ...slugs.flatMap((slug) => [`/${slug}/`, `/${slug}-bis/`, `/${slug}/feed/`]),
  ...terms.flatMap((slug) => [
    `/tag/${slug}/`,
    `/tag/${slug}/feed/`,
    `/category/${slug}/`,
    `/category/${slug}/feed/`,
  ]),
  '/tag/a/page/2/',
  ...[
    '2024/',
    '2024/page/2/',
    '2024/03/',
    '2024/03/02/',
    '2024/03/05/',
    '2024/01/',
    '2023/',
    '2023/12/',
    '2024/03/feed/',
  ].map((date) => `/${date}`),
]

type Page = { shown: Answer; tags: Set<string> }

async function sections(): Promise<Answer> {
  return { status: 200, mark: revisionOf(await getSiteLinks()) }
}

/** The whole site: what stands at each address, with the cache tags that it carries, and the menu of all pages. */
async function renderSite(): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  for (const path of [...addresses, 'menu']) {
    const { answer, tags } = await withTags(() => (path === 'menu' ? sections() : answerAt(path)))
    pages.set(path, { shown: answer, tags })
  }
  return pages
}

async function take(change: Step): Promise<void> {
  const db = await database()
  const article = await db.article.findFirst({ where: { slug: change.slug } })
  if (change.kind === 'decide') {
    if (article) await decide(db, article.id, change.decision)
    return
  }
  const { slug, path, words } = change
  const input = sampleArticle(slug, { ...change.changes, path: `/${slug}${path}/` }, words)
  const redirects = [{ from: `?p=${slugs.indexOf(slug)}`, kind: 'id' as const }]
  await saveArticles(db, [
    { article: checkArticle(input), redirects, ...(article ? { id: article.id } : {}) },
  ])
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
  await db.article.deleteMany()
  await db.term.deleteMany()
  await db.withdrawn.deleteMany()
  await saveArticles(
    db,
    others.map((input) => ({ article: checkArticle(input) })),
  )
  await takeNotes()
}

beforeAll(() => migrate(url))

describe('what a change touches', () => {
  it('holds every page that shows it, of any before and after', async () => {
    const run = async (steps: Step[]) => {
      await reset()
      let before = await renderSite()
      for (const one of steps) {
        await take(one)
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
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), run), {
      numRuns: 12,
    })
  }, 300_000)

  it('holds no page for a draft, whatever its tags: they change no order', async () => {
    await reset()
    const save = (slug: string, tag: string, status: ArticleInput['status']): Step => ({
      kind: 'save',
      slug,
      path: '',
      words: 'Du texte.',
      changes: { status, tags: [{ slug: tag, name: tag, parent: null }] },
    })
    await take(save('un', 'b', 'published'))
    await take(save('deux', 'c', 'published'))
    await takeNotes()
    const pages = await renderSite()
    await take(save('trois', 'c', 'draft'))
    const after = await renderSite()
    expect([...after].map(([, { shown }]) => shown)).toEqual([...pages].map(([, { shown }]) => shown))
  })

  it('holds no list when the text alone changes', async () => {
    await reset()
    const save = (words: string): Step => ({
      kind: 'save',
      slug: 'un',
      path: '',
      words,
      changes: { tags: [{ slug: 'a', name: 'a', parent: null }] },
    })
    await take(save('Du texte.'))
    await takeNotes()
    const pages = await renderSite()
    await take(save('Un autre texte.'))
    const touched = await takeNotes()
    const refreshed = [...pages].flatMap(([path, { tags }]) =>
      [...tags].some((tag) => touched.has(tag)) ? [path] : [],
    )
    expect(refreshed).toEqual(['/feed/', '/un/', '/un/feed/', '/tag/a/feed/', '/2024/03/feed/'])
  })
})
