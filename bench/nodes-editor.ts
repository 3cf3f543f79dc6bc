import { saveArticle } from '../lib/articles/save.ts'
import type { Database } from '../lib/db.ts'
import { sampleArticle } from '../lib/testing/article.ts'
import { SECRET } from './nodes-site.ts'

/** What a page must show: a status, words that stand in it or must not, where it leads. */
export type Expected = { path: string; status: number; has?: string; hasNot?: string; location?: string }

/** An article as the editor left it. */
type Article = { id: number; slug: string; title: string; tag: string; isPublished: boolean }
export type Change = { kind: string; tags: string[]; expected: Expected[] }

/** Tags of the articles that change; another article of each keeps its page there. */
export const TAGS = ['bois', 'pierre', 'laine', 'fer']
const KINDS = ['publish', 'update', 'rename', 'retag', 'unpublish', 'republish'] as const

const listed = (path: string, { isPublished, title }: Article): Expected =>
  isPublished ? { path, status: 200, has: title } : { path, status: 200, hasNot: title }

/** What readers must see of a change, wherever they ask. */
function expectedOf(before: Article | null, after: Article): Expected[] {
  const path = `/${after.slug}/`
  const own: Expected = after.isPublished
    ? { path, status: 200, has: `<h1` }
    : { path, status: 404, hasNot: after.title }
  const isMoved = before && before.slug !== after.slug && after.isPublished
  const isRetagged = before && before.tag !== after.tag
  return [
    after.isPublished ? { ...own, has: after.title } : own,
    ...(isMoved ? [{ path: `/${before.slug}/`, status: 308, location: path }] : []),
    listed('/', after),
    listed(`/tag/${after.tag}/`, after),
    ...(isRetagged ? [{ path: `/tag/${before.tag}/`, status: 200, hasNot: after.title }] : []),
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
      publishedAt: new Date(),
      tags: [{ slug: after.tag, name: after.tag, parent: null }],
    })
    const { id, tags } = await saveArticle(this.#database, input, before ? { id: before.id } : {})
    const stored = { ...after, id }
    if (before) this.#articles[this.#articles.indexOf(before)] = stored
    else this.#articles.push(stored)
    return { tags, expected: expectedOf(before, stored) }
  }

  async change(): Promise<Change> {
    this.#count += 1
    const count = this.#count
    const kind = KINDS[count % KINDS.length] ?? 'publish'
    const title = `Version ${count}, ${kind}.`
    const tag = TAGS[count % TAGS.length] ?? 'bois'
    const before =
      this.#articles.filter(({ isPublished }) => isPublished === (kind !== 'republish'))[count % 3] ?? null
    if (kind === 'publish' || !before) {
      const made = { slug: `article-${count}`, title, tag, isPublished: true }
      return { kind: 'publish', ...(await this.#store(null, made)) }
    }
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
