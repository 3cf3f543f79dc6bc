import { createHash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asJson, type Database } from '../db.ts'
import { check } from '../document/check.ts'
import { excerpt, plainText, readingMinutes, wordCount } from '../document/text.ts'
import { type Document, SCHEMA_VERSION } from '../document/types.ts'
import { noteRefresh } from '../freshness/pending.ts'
import { pathTag, sectionsTag, touchedTags } from '../freshness/tags.ts'
import { insertRows } from '../insert-rows.ts'
import { type JsonBytes, jsonBytes, jsonText } from '../json-bytes.ts'
import { type MentionFound, mentionsOf } from '../people/mentions.ts'
import { type Analysis, analyse } from '../search/analysis.ts'
import { indexArticles } from '../search/index-articles.ts'
import type { Vocabulary } from '../search/vocabulary.ts'
import type { ArticleKind } from '../wordpress/draft.ts'
import { type CreditInput, saveCredits } from './credits.ts'
import { saveMentions } from './mentions.ts'
import { menuOf } from './menu.ts'
import { type RedirectInput, saveRedirects } from './redirects.ts'
import { readStates } from './state.ts'
import { listUnderTerms, type SeriesInput, type TermInput } from './terms.ts'

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
  featuredAt: Date | null
  /** The day (2019-03-02) and place of the interview or event. */
  heldOn: string | null
  heldAt: string | null
  seoTitle: string | null
  seoDescription: string | null
  canonical: string | null
  noindex: boolean
  coverId: string | null
  credits: CreditInput[]
  tags: TermInput[]
  categories: TermInput[]
  series: SeriesInput[]
  document: unknown
}

/**
 * An article whose document was checked, as JSON now: many can wait to be stored. `row` holds what is derived too,
 * `mentions` whom it names, `analysis` what a search finds.
 */
export type CheckedArticle = {
  input: Omit<ArticleInput, 'document'>
  row: ReturnType<typeof rowOf>
  mentions: MentionFound[]
  analysis: Analysis
}

/** `id` is the article to change; a new one when absent. `redirects` are the old addresses that lead to it. */
export type ArticleToSave = { article: CheckedArticle; id?: number; redirects?: RedirectInput[] }

/** `tags` are the cache tags that the change touches. They are noted with it: `refreshPending` delivers them, at the
 * latest by the next tick of a server. */
export type Saved = { id: number; tags: string[] }

/** What an importer asks for: what it saves is the version that a later edit is compared with. */
export type Importing = {
  /** Stores what it keeps beside the articles, in the same transaction. */
  saveSources: (transaction: Prisma.TransactionClient, saved: readonly Saved[]) => Promise<void>
  /** Words that the search index is known to hold; those of the articles are added once they are stored. */
  vocabulary: Vocabulary
}

/** SHA-256 of all that is stored: two inputs with one revision are the same article. */
function revisionOf({ document: _document, ...columns }: ArticleInput, document: JsonBytes): string {
  const start = JSON.stringify(columns).slice(0, -1)
  return createHash('sha256')
    .update(`${start},"document":`)
    .update(document)
    .update(`,"schemaVersion":${SCHEMA_VERSION}}`)
    .digest('hex')
}

/**
 * Checks the document of an article and derives what is derived. Throws `DocumentError`. `analysis` is that of its text,
 * where a thread has made it.
 */
export function checkArticle(input: ArticleInput, analysis?: Analysis): CheckedArticle {
  const { document: unchecked, ...rest } = input
  const document = check(unchecked)
  return {
    input: rest,
    row: rowOf(input, document),
    mentions: mentionsOf({ ...rest, document }),
    analysis: analysis ?? analyse(document, input.title, input.standfirst),
  }
}

/**
 * The one write path: stores checked articles, credits, terms and redirects in one transaction, all or none. Throws
 * Prisma's error when a path is another's.
 */
export async function saveArticles(
  database: Database,
  articles: readonly ArticleToSave[],
  importing?: Importing,
): Promise<Saved[]> {
  const rows = articles.map(({ article: { input, row, mentions, analysis }, ...rest }) => ({
    ...rest,
    input,
    mentions,
    analysis,
    data: importing ? { ...row, importedRevision: row.revision } : row,
  }))
  let words: string[] = []
  const done = await database.$transaction(
    async (transaction) => {
      const menuBefore = await menuOf(transaction)
      const changed = articles.flatMap(({ id }) => (id === undefined ? [] : [id]))
      const before = await readStates(transaction, changed)
      const stored = await writeArticles(transaction, rows)
      if (changed.length > 0) await removeLinks(transaction, changed)
      await saveCredits(
        transaction,
        stored.map(({ id, input }) => ({ id, credits: input.credits })),
      )
      await saveMentions(
        transaction,
        stored.map(({ id, mentions }) => ({ id, mentions })),
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
      const gone = await takeBack(
        transaction,
        stored.map(({ input }) => input.path),
      )
      const menu = (await menuOf(transaction)) === menuBefore ? [] : [sectionsTag]
      const saved = stored.map(({ id, input }) => {
        const touched = touchedTags(before.get(id) ?? null, after.get(id) ?? null)
        const back = gone.has(input.path) ? [pathTag(input.path)] : []
        return { id, tags: [...new Set([...touched, ...(taken.get(id) ?? []), ...back, ...menu])] }
      })
      await noteRefresh(transaction, [...new Set(saved.flatMap(({ tags }) => tags))])
      words = await indexArticles(
        transaction,
        stored.map(({ id, input, analysis }) => ({ ...input, id, analysis })),
        changed,
        importing?.vocabulary,
      )
      await importing?.saveSources(transaction, saved)
      return saved
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
  importing?.vocabulary.add(words)
  return done
}

/** Checks and stores one article: what an editor's change needs. */
export async function saveArticle(
  database: Database,
  input: ArticleInput,
  options: Omit<ArticleToSave, 'article'> = {},
): Promise<Saved> {
  const [saved] = await saveArticles(database, [{ article: checkArticle(input), ...options }])
  if (!saved) throw new Error('article non enregistré')
  return saved
}

/** The columns of an article. */
function rowOf(input: ArticleInput, document: Document) {
  const { credits: _credits, tags: _tags, categories: _categories, series: _series, ...others } = input
  const { document: _document, ...columns } = others
  const documentJson = jsonBytes(JSON.stringify(document))
  const words = wordCount(plainText(document))
  const revision = revisionOf(input, documentJson)
  return {
    ...columns,
    // A date to come is what schedules an article: it appears by itself, however late the tick.
    status: input.status === 'scheduled' ? ('published' as const) : input.status,
    document: documentJson,
    schemaVersion: SCHEMA_VERSION,
    excerpt: excerpt(document),
    wordCount: words,
    readingMinutes: readingMinutes(words),
    revision,
  }
}

type Row = ReturnType<typeof rowOf> & { importedRevision?: string }
type ToStore = Omit<ArticleToSave, 'article'> & Omit<CheckedArticle, 'row'> & { data: Row }
type Stored = Omit<ToStore, 'data'> & { id: number }

async function writeArticles(
  transaction: Prisma.TransactionClient,
  articles: readonly ToStore[],
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
        data: { ...data, document: asJson(jsonText(data.document)) },
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

/** Those of `paths` that were said to be gone for good: an article stands there again. */
async function takeBack(transaction: Prisma.TransactionClient, paths: string[]): Promise<Set<string>> {
  const where = { path: { in: paths } }
  const gone = await transaction.withdrawn.findMany({ where })
  if (gone.length > 0) await transaction.withdrawn.deleteMany({ where })
  return new Set(gone.map(({ path }) => path))
}

/** The old addresses of an article: those given, and its former path when it moved. */
function movesOf({ id, input, redirects = [] }: Stored, before: Awaited<ReturnType<typeof readStates>>) {
  const former = before.get(id)?.path
  const moved: RedirectInput[] =
    former !== undefined && former !== input.path ? [{ from: former, kind: 'moved' }] : []
  return { articleId: id, path: input.path, redirects: [...moved, ...redirects] }
}
