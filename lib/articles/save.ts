import { createHash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asJson, type Database } from '../db.ts'
import { check } from '../document/check.ts'
import { excerpt, plainText, readingMinutes, wordCount } from '../document/text.ts'
import { type Document, SCHEMA_VERSION } from '../document/types.ts'
import { sectionsTag, touchedTags } from '../freshness/tags.ts'
import { insertRows } from '../insert-rows.ts'
import type { ArticleKind } from '../wordpress/draft.ts'
import { type CreditInput, saveCredits } from './credits.ts'
import { sections } from './queries.ts'
import { type RedirectInput, saveRedirects } from './redirects.ts'
import { readStates } from './state.ts'
import { listUnderTerms, type TermInput } from './terms.ts'

/** An article as an importer or an editor gives it; `document` is checked here. Dates are instants. */
export type ArticleInput = {
  type: 'article' | 'page'
  path: string
  slug: string
  kind: ArticleKind | null
  title: string
  legacyTitle: string
  standfirst: string
  status: 'draft' | 'scheduled' | 'published' | 'archived'
  publishedAt: Date | null
  updatedAt: Date | null
  sourceModifiedAt: Date | null
  commentsOpen: boolean
  sticky: boolean
  seoTitle: string | null
  seoDescription: string | null
  canonical: string | null
  noindex: boolean
  coverId: string | null
  credits: CreditInput[]
  tags: TermInput[]
  categories: TermInput[]
  document: unknown
}

/** `id` is the article to change; a new one when absent. `redirects` are the old addresses that lead to it. */
export type ArticleToSave = { input: ArticleInput; id?: number; redirects?: RedirectInput[] }

/** `tags` are the cache tags that the change touches: refreshing them is the caller's, once it is committed. */
export type Saved = { id: number; tags: string[] }

/** For an importer: stores what it keeps beside the articles, in the same transaction. What it saves is the version
 * that a later edit is compared with. */
export type SaveSources = (transaction: Prisma.TransactionClient, saved: readonly Saved[]) => Promise<void>

/** SHA-256 of all that `save` would store: two inputs with one revision are the same article. */
export function revisionOf(
  { document, ...columns }: ArticleInput,
  documentJson = JSON.stringify(document),
): string {
  return createHash('sha256')
    .update(JSON.stringify(columns).slice(0, -1))
    .update(`,"document":${documentJson},"schemaVersion":${SCHEMA_VERSION}}`)
    .digest('hex')
}

/**
 * The one write path: checks the documents, derives what is derived, stores articles, credits, terms and redirects in
 * one transaction, all or none. Throws `DocumentError` before anything is written; Prisma's error when a path is
 * another's.
 */
export async function saveArticles(
  database: Database,
  articles: readonly ArticleToSave[],
  saveSources?: SaveSources,
): Promise<Saved[]> {
  const rows = articles.map((article) => ({
    ...article,
    data: rowOf(article.input, saveSources !== undefined),
  }))
  return database.$transaction(
    async (transaction) => {
      const sectionsBefore = await sectionSlugs(transaction)
      const changed = articles.flatMap(({ id }) => (id === undefined ? [] : [id]))
      const before = await readStates(transaction, changed)
      const stored = await writeArticles(transaction, rows)
      if (changed.length > 0) await removeLinks(transaction, changed)
      await saveCredits(
        transaction,
        stored.map(({ id, input }) => ({ id, credits: input.credits })),
      )
      await listUnderTerms(
        transaction,
        stored.map(({ id, input }) => ({ id, ...input })),
      )
      const taken = await saveRedirects(
        transaction,
        stored.map((article) => movesOf(article, before)),
      )
      const after = await readStates(
        transaction,
        stored.map(({ id }) => id),
      )
      const menu = (await sectionSlugs(transaction)) === sectionsBefore ? [] : [sectionsTag]
      const saved = stored.map(({ id }) => {
        const touched = touchedTags(before.get(id) ?? null, after.get(id) ?? null)
        return { id, tags: [...new Set([...touched, ...(taken.get(id) ?? []), ...menu])] }
      })
      await saveSources?.(transaction, saved)
      return saved
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}

/** `saveArticles` for one article: what an editor's change needs. */
export async function saveArticle(
  database: Database,
  input: ArticleInput,
  options: Omit<ArticleToSave, 'input'> = {},
): Promise<Saved> {
  const [saved] = await saveArticles(database, [{ input, ...options }])
  if (!saved) throw new Error('article non enregistré')
  return saved
}

/** The menu of every page: it changes when a section gets its first article or loses its last. */
async function sectionSlugs(transaction: Prisma.TransactionClient): Promise<string> {
  return (await transaction.term.findMany(sections(new Date()))).map((term) => term.slug).join(' ')
}

/** The columns of an article, its document as text. */
function rowOf(input: ArticleInput, isImport: boolean) {
  const { credits: _credits, tags: _tags, categories: _categories, document: unchecked, ...columns } = input
  const document: Document = check(unchecked)
  const documentJson = JSON.stringify(document)
  const words = wordCount(plainText(document))
  const revision = revisionOf(input, documentJson)
  return {
    ...columns,
    document: documentJson,
    schemaVersion: SCHEMA_VERSION,
    excerpt: excerpt(document),
    wordCount: words,
    readingMinutes: readingMinutes(words),
    revision,
    ...(isImport ? { importedRevision: revision } : {}),
  }
}

type Stored = ArticleToSave & { id: number }

async function writeArticles(
  transaction: Prisma.TransactionClient,
  articles: readonly (ArticleToSave & { data: ReturnType<typeof rowOf> })[],
): Promise<Stored[]> {
  const fresh = articles.filter(({ id }) => id === undefined)
  const now = new Date()
  await insertRows(
    transaction,
    'Article',
    fresh.map(({ data }) => ({ ...data, createdAt: now, savedAt: now })),
  )
  const made = await transaction.article.findMany({
    where: { path: { in: fresh.map(({ data }) => data.path) } },
    select: { id: true, path: true },
  })
  const idAt = new Map(made.map(({ id, path }) => [path, id]))
  const stored: Stored[] = []
  for (const { data, ...article } of articles) {
    const id = article.id ?? idAt.get(article.input.path)
    if (id === undefined) throw new Error(`${article.input.path} : article non enregistré`)
    if (article.id !== undefined)
      await transaction.article.update({
        where: { id },
        data: { ...data, document: asJson(data.document) },
        select: { id: true },
      })
    stored.push({ ...article, id })
  }
  return stored
}

async function removeLinks(transaction: Prisma.TransactionClient, articleIds: number[]): Promise<void> {
  const where = { articleId: { in: articleIds } }
  await transaction.credit.deleteMany({ where })
  await transaction.articleTerm.deleteMany({ where })
}

/** The old addresses of an article: those given, and its former path when it moved. */
function movesOf({ id, input, redirects = [] }: Stored, before: Awaited<ReturnType<typeof readStates>>) {
  const former = before.get(id)?.path
  const moved: RedirectInput[] =
    former !== undefined && former !== input.path ? [{ from: former, kind: 'moved' }] : []
  return { articleId: id, path: input.path, redirects: [...moved, ...redirects] }
}
