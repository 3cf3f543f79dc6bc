import { createHash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { check } from '../document/check.ts'
import { excerpt, plainText, readingMinutes, wordCount } from '../document/text.ts'
import { type Document, type Role, SCHEMA_VERSION } from '../document/types.ts'
import { sectionsTag, touchedTags } from '../freshness/tags.ts'
import type { ArticleKind } from '../wordpress/draft.ts'
import { sanitizeTitle } from '../wordpress/sanitize-title.ts'
import { sections } from './queries.ts'
import { type RedirectInput, saveRedirects } from './redirects.ts'
import { readState } from './state.ts'

export type TermInput = { slug: string; name: string; parent: string | null }

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
  coverId: string | null
  credits: { name: string; role: Role }[]
  tags: TermInput[]
  categories: TermInput[]
  document: unknown
}

export type SaveOptions = {
  /** The article to change; a new one when absent. */
  id?: number
  redirects?: RedirectInput[]
  /** For an importer: stores the source of article `id` in the same transaction. What it saves is the version that a
   * later edit is compared with. */
  saveSource?: (transaction: Prisma.TransactionClient, id: number) => Promise<void>
}
/** `tags` are the cache tags that the change touches: refreshing them is the caller's, once it is committed. */
export type Saved = { id: number; tags: string[] }

/** SHA-256 of all that `save` would store: two inputs with one revision are the same article. */
export function revisionOf(input: ArticleInput): string {
  return createHash('sha256')
    .update(JSON.stringify({ ...input, schemaVersion: SCHEMA_VERSION }))
    .digest('hex')
}

/**
 * The one write path: checks the document, derives what is derived, stores article, credits, terms and redirects in
 * one transaction. Throws `DocumentError` before anything is written; Prisma's error when the path is another's.
 */
export async function saveArticle(
  database: Database,
  input: ArticleInput,
  options: SaveOptions = {},
): Promise<Saved> {
  const document = check(input.document)
  const revision = revisionOf({ ...input, document })
  return database.$transaction(
    async (transaction) => {
      const sectionsBefore = await sectionSlugs(transaction)
      const before = options.id ? await readState(transaction, options.id) : null
      const id = await writeArticle(transaction, input, document, revision, options)
      await writeCredits(transaction, id, input.credits)
      await writeTerms(transaction, id, input)
      const moved: RedirectInput[] =
        before && before.path !== input.path ? [{ from: before.path, kind: 'moved' }] : []
      const taken = await saveRedirects(transaction, id, input.path, [...moved, ...(options.redirects ?? [])])
      await options.saveSource?.(transaction, id)
      const after = await readState(transaction, id)
      const isSameMenu = (await sectionSlugs(transaction)) === sectionsBefore
      const tags = new Set([...touchedTags(before, after), ...taken, ...(isSameMenu ? [] : [sectionsTag])])
      return { id, tags: [...tags] }
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}

/** The menu of every page: it changes when a section gets its first article or loses its last. */
async function sectionSlugs(transaction: Prisma.TransactionClient): Promise<string> {
  return (await transaction.term.findMany(sections(new Date()))).map((term) => term.slug).join(' ')
}

async function writeArticle(
  transaction: Prisma.TransactionClient,
  input: ArticleInput,
  document: Document,
  revision: string,
  { id, saveSource }: SaveOptions,
): Promise<number> {
  const { credits: _credits, tags: _tags, categories: _categories, document: _document, ...columns } = input
  const words = wordCount(plainText(document))
  const data = {
    ...columns,
    document,
    schemaVersion: SCHEMA_VERSION,
    excerpt: excerpt(document),
    wordCount: words,
    readingMinutes: readingMinutes(words),
    revision,
    ...(saveSource ? { importedRevision: revision } : {}),
  }
  const saved = id
    ? await transaction.article.update({ where: { id }, data, select: { id: true } })
    : await transaction.article.create({ data, select: { id: true } })
  return saved.id
}

async function writeCredits(
  transaction: Prisma.TransactionClient,
  articleId: number,
  credits: ArticleInput['credits'],
): Promise<void> {
  await transaction.credit.deleteMany({ where: { articleId } })
  for (const [position, { name, role }] of credits.entries()) {
    const slug =
      sanitizeTitle(name) || `personne-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
    const person = await transaction.person.upsert({ where: { slug }, update: {}, create: { slug, name } })
    await transaction.credit.create({ data: { articleId, personId: person.id, role, position } })
  }
}

async function writeTerms(
  transaction: Prisma.TransactionClient,
  articleId: number,
  input: ArticleInput,
): Promise<void> {
  const { status, publishedAt, type } = input
  const listed = status === 'published' && type === 'article' ? publishedAt : null
  const own = new Set<number>()
  for (const term of input.tags) own.add((await upsertTerm(transaction, 'tag', term)).id)
  const above = new Set<number>()
  for (const category of input.categories) {
    const term = await upsertTerm(transaction, 'category', category)
    own.add(term.id)
    for (const id of await ancestors(transaction, term.parentId)) above.add(id)
  }
  const rows = [...own.union(above)].map((termId) => ({
    articleId,
    termId,
    publishedAt: listed,
    inherited: !own.has(termId),
  }))
  await transaction.articleTerm.deleteMany({ where: { articleId } })
  await transaction.articleTerm.createMany({ data: rows })
}

/** The name of a term that is here already is kept: an editor may have mended it. */
async function upsertTerm(transaction: Prisma.TransactionClient, type: 'tag' | 'category', input: TermInput) {
  const { slug, name } = input
  const parent = input.parent
    ? await transaction.term.findUnique({ where: { type_slug: { type, slug: input.parent } } })
    : null
  const link = parent ? { parentId: parent.id } : {}
  return transaction.term.upsert({
    where: { type_slug: { type, slug } },
    update: link,
    create: { type, slug, name, ...link },
  })
}

/** Ids from `parentId` up to the root; a loop in the source is walked once. */
async function ancestors(
  transaction: Prisma.TransactionClient,
  parentId: number | null,
): Promise<Set<number>> {
  const found = new Set<number>()
  for (let id = parentId; id !== null && !found.has(id); ) {
    found.add(id)
    id = (await transaction.term.findUnique({ where: { id }, select: { parentId: true } }))?.parentId ?? null
  }
  return found
}
