import { decide } from '../lib/articles/change-status.ts'
import { type ArticleInput, saveArticle } from '../lib/articles/save.ts'
import type { Database } from '../lib/db.ts'
import { sampleArticle } from '../lib/testing/article.ts'
import { SECRET } from './nodes-site.ts'

/** What a page must show: a status, words that stand in it or must not, where it leads. */
export type Expected = { path: string; status: number; has?: string; hasNot?: string; location?: string }

/** An article as the editor left it. */
type Article = {
  id: number
  slug: string
  title: string
  tag: string
  isPublished: boolean
  isGone?: boolean
}
export type Change = { kind: string; tags: string[]; expected: Expected[] }

/** Tags of the articles that change; another article of each keeps its page there, and those of all the others. */
export const TAGS = ['bois', 'pierre', 'laine', 'fer']
/** Thrice as many come as go for good. */
const KINDS = [
  'publish',
  'publish',
  'publish',
  'update',
  'rename',
  'retag',
  'unpublish',
  'republish',
  'withdraw',
  'delete',
] as const

/** What lists each of these articles: its tag, a section, who signs it, the year. */
export const listedIn = (tag: string): Partial<ArticleInput> => ({
  publishedAt: new Date(),
  tags: [{ slug: tag, name: tag, parent: null }],
  categories: [{ slug: 'ateliers', name: 'Ateliers', parent: null }],
  credits: [{ name: 'Alix Roy', role: 'author' }],
})

/** Pages that show the newest articles of all, and the sitemap of the year. */
function listsOf({ isPublished, title, slug }: Article): Expected[] {
  const year = new Date().getFullYear()
  const shows = (path: string, words: string): Expected =>
    isPublished ? { path, status: 200, has: words } : { path, status: 200, hasNot: words }
  const lists = ['/', '/category/ateliers/', '/personne/alix-roy/', `/${year}/`, '/feed/']
  return [...lists.map((path) => shows(path, title)), shows(`/sitemaps/${year}-1.xml`, `/${slug}/<`)]
}

/** What readers must see of a change, wherever they ask. */
function expectedOf(before: Article | null, after: Article): Expected[] {
  const path = `/${after.slug}/`
  const own: Expected = after.isPublished
    ? { path, status: 200, has: after.title }
    : { path, status: after.isGone ? 410 : 404, hasNot: after.title }
  const isMoved = before && before.slug !== after.slug && after.isPublished
  const tags = [...new Set([after.tag, before?.tag ?? after.tag])]
  return [
    own,
    ...(isMoved ? [{ path: `/${before.slug}/`, status: 308, location: path }] : []),
    ...listsOf(after),
    ...tags
      .flatMap((tag) => [`/tag/${tag}/`, `/tag/${tag}/feed/`].map((path) => ({ path, tag })))
      .map(({ path, tag }) => ({
        path,
        status: 200,
        ...(after.isPublished && tag === after.tag ? { has: after.title } : { hasNot: after.title }),
      })),
  ]
}

/** Makes changes of all kinds, one after the other, on a few articles that stand in front of every list. */
export class Editor {
  readonly #database: Database
  readonly #articles: Article[] = []
  #count = 0

  constructor(database: Database) {
    this.#database = database
  }

  async #store(
    before: Article | null,
    after: Omit<Article, 'id'>,
  ): Promise<{ tags: string[]; expected: Expected[] }> {
    const input = sampleArticle(after.slug, {
      title: after.title,
      status: after.isPublished ? 'published' : 'draft',
      ...listedIn(after.tag),
    })
    const { id, tags } = await saveArticle(this.#database, input, before ? { id: before.id } : {})
    const stored = { ...after, id }
    if (before) this.#articles[this.#articles.indexOf(before)] = stored
    else this.#articles.push(stored)
    return { tags, expected: expectedOf(before, stored) }
  }

  /** Takes an article away for good. */
  async #end(
    before: Article,
    kind: 'withdraw' | 'delete',
  ): Promise<{ tags: string[]; expected: Expected[] }> {
    const tags = await decide(this.#database, before.id, { kind })
    this.#articles.splice(this.#articles.indexOf(before), 1)
    return { tags, expected: expectedOf(before, { ...before, isPublished: false, isGone: true }) }
  }

  async change(): Promise<Change> {
    this.#count += 1
    const count = this.#count
    const kind = KINDS[count % KINDS.length] ?? 'publish'
    const title = `Version ${count}, ${kind}.`
    const tag = TAGS[(count + Math.floor(count / KINDS.length)) % TAGS.length] ?? 'bois'
    const standing = this.#articles.filter(({ isPublished }) => isPublished === (kind !== 'republish'))
    const before = standing[count % standing.length] ?? null
    if (kind === 'publish' || !before) {
      const made = { slug: `article-${count}`, title, tag, isPublished: true }
      return { kind: 'publish', ...(await this.#store(null, made)) }
    }
    if (kind === 'withdraw' || kind === 'delete') return { kind, ...(await this.#end(before, kind)) }
    const changed = {
      update: { ...before, title },
      rename: { ...before, title, slug: `article-${count}` },
      retag: { ...before, title, tag },
      unpublish: { ...before, isPublished: false },
      republish: { ...before, title, isPublished: true },
    }[kind]
    return { kind, ...(await this.#store(before, changed)) }
  }
}

/** Asks a node to refresh; its answer. */
export const refresh = (url: string, tags: readonly string[]): Promise<Response> =>
  fetch(`${url}/api/revalidate/`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${SECRET}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ tags }),
    signal: AbortSignal.timeout(10_000),
  })

/** Whether a place shows what it must. */
export async function shows(
  url: string,
  { path, status, has, hasNot, location }: Expected,
): Promise<boolean> {
  const answer = await fetch(url + path, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
  const html = await answer.text()
  if (answer.status !== status) return false
  if (location !== undefined && answer.headers.get('location') !== location) return false
  return (has === undefined || html.includes(has)) && (hasNot === undefined || !html.includes(hasNot))
}
