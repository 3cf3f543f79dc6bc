import { Prisma } from '../../generated/prisma/client.ts'
import { noteRefresh } from '../freshness/pending.ts'
import {
  categoryTag,
  homeTag,
  searchTag,
  sectionsTag,
  seriesTag,
  sitemapTag,
  tagTag,
} from '../freshness/tags.ts'
import { insertRows } from '../insert-rows.ts'
import { reindexArticles } from '../search/index-articles.ts'

/** A tag or category as a source or an editor gives it; `parent` is the slug of the category above. */
export type TermInput = { slug: string; name: string; parent: string | null; description?: string }
/** `position` is the article's place in the series, from 1; null where the source gives none: its date counts. */
export type SeriesInput = TermInput & { position: number | null }
export type TypedTerm = TermInput & { type: 'tag' | 'category' | 'series' }

type TermRow = { id: number; type: string; slug: string; parentId: number | null; description: string }
type Terms = Map<string, TermRow>

/** What shows a term itself: its list; the front page tells what a series is about. */
const TERM_TAGS: Record<TypedTerm['type'], (slug: string) => string[]> = {
  tag: (slug) => [tagTag(slug)],
  category: (slug) => [categoryTag(slug)],
  series: (slug) => [seriesTag(slug), homeTag],
}

const keyOf = (type: string, slug: string) => `${type} ${slug}`

async function readTerms(
  transaction: Prisma.TransactionClient,
  wanted: readonly TypedTerm[],
): Promise<Terms> {
  const slugs = new Set(wanted.flatMap(({ slug, parent }) => (parent ? [slug, parent] : [slug])))
  const select = { id: true, type: true, slug: true, parentId: true, description: true }
  // The index begins with the type: a slug alone would read every term.
  const type = { in: [...new Set(wanted.map((term) => term.type))] }
  const rows = await transaction.term.findMany({ where: { type, slug: { in: [...slugs] } }, select })
  return new Map(rows.map((row) => [keyOf(row.type, row.slug), row]))
}

/**
 * Makes the terms that are missing and gives the ids of all, by `type slug`. The name of a term that is here already
 * is kept: an editor may have mended it. A category follows its parent, in whatever order they come; when that moves
 * it, the lists of the categories above are made again. Notes what that changes for readers beside the articles that
 * come with the terms: the lists of a category that moves, the description of a term.
 */
export async function saveTerms(
  transaction: Prisma.TransactionClient,
  wanted: readonly TypedTerm[],
): Promise<Map<string, number>> {
  const distinct = [...new Map(wanted.map((term) => [keyOf(term.type, term.slug), term])).values()]
  const before = await readTerms(transaction, distinct)
  const missing = distinct.filter(({ type, slug }) => !before.has(keyOf(type, slug)))
  const data = missing.map(({ type, slug, name, description = '' }) => ({ type, slug, name, description }))
  if (data.length > 0) await transaction.term.createMany({ data })
  const known = data.length > 0 ? await readTerms(transaction, distinct) : before
  let isMoved = false
  const touched: string[] = []
  for (const term of distinct) {
    const row = known.get(keyOf(term.type, term.slug))
    const parent = term.parent ? known.get(keyOf(term.type, term.parent)) : undefined
    const change = row ? changeOf(row, term, parent) : {}
    if (!row || Object.keys(change).length === 0) continue
    await transaction.term.update({ where: { id: row.id }, data: change })
    // Nothing is listed yet under one that is new.
    if (!before.has(keyOf(term.type, term.slug))) continue
    isMoved ||= change.parentId !== undefined
    touched.push(...TERM_TAGS[term.type](term.slug))
    if (change.parentId !== undefined) touched.push(...(await categoryListTags(transaction)))
  }
  if (isMoved) await renewInherited(transaction)
  await noteRefresh(transaction, [...new Set(touched)])
  return new Map([...known].map(([key, { id }]) => [key, id]))
}

/** All that a category which moves may enter or leave; it is rare. */
async function categoryListTags(transaction: Prisma.TransactionClient): Promise<string[]> {
  const rows = await transaction.term.findMany({ where: { type: 'category' }, select: { slug: true } })
  return [homeTag, sectionsTag, searchTag, sitemapTag, ...rows.map(({ slug }) => categoryTag(slug))]
}

function changeOf(row: TermRow, { description }: TermInput, parent: TermRow | undefined) {
  return {
    ...(parent && parent.id !== row.id && row.parentId !== parent.id ? { parentId: parent.id } : {}),
    ...(description && row.description === '' ? { description } : {}),
  }
}

/** A loop in the source is walked once: UNION gives each pair once. */
const ABOVE = Prisma.sql`WITH RECURSIVE above(below, id) AS (
  SELECT id, "parentId" FROM "Term" WHERE type = 'category' AND "parentId" IS NOT NULL
  UNION SELECT above.below, term."parentId" FROM above JOIN "Term" term ON term.id = above.id
  WHERE term."parentId" IS NOT NULL)
INSERT INTO "ArticleTerm" ("articleId", "termId", "publishedAt", inherited)
SELECT own."articleId", above.id, own."publishedAt", true FROM "ArticleTerm" own
JOIN above ON above.below = own."termId" WHERE NOT own.inherited`

/** Lists the articles of `articleIds` under the categories above their own. */
async function inheritTerms(
  transaction: Prisma.TransactionClient,
  articleIds: readonly number[],
): Promise<void> {
  const own = Prisma.join([...articleIds])
  await transaction.$executeRaw`${ABOVE} AND own."articleId" IN (${own}) ON CONFLICT DO NOTHING`
}

async function inheritedPairs(transaction: Prisma.TransactionClient): Promise<Map<string, number>> {
  const select = { articleId: true, termId: true }
  const rows = await transaction.articleTerm.findMany({ where: { inherited: true }, select })
  return new Map(rows.map(({ articleId, termId }) => [`${articleId} ${termId}`, articleId]))
}

/** The search index holds the names of the categories above: it follows those that change. */
async function renewInherited(transaction: Prisma.TransactionClient): Promise<void> {
  const before = await inheritedPairs(transaction)
  await transaction.articleTerm.deleteMany({ where: { inherited: true } })
  await transaction.$executeRaw`${ABOVE} ON CONFLICT DO NOTHING`
  const after = await inheritedPairs(transaction)
  const changed = [...before, ...after].filter(([pair]) => before.has(pair) !== after.has(pair))
  await reindexArticles(transaction, [...new Set(changed.map(([, articleId]) => articleId))])
}

type Listed = {
  id: number
  type: 'article' | 'page'
  status: string
  publishedAt: Date | null
  tags: readonly TermInput[]
  categories: readonly TermInput[]
  series: readonly SeriesInput[]
}

function typedTerms({ tags, categories, series }: Listed): TypedTerm[] {
  return [
    ...tags.map((term) => ({ ...term, type: 'tag' as const })),
    ...categories.map((term) => ({ ...term, type: 'category' as const })),
    ...series.map((term) => ({ ...term, type: 'series' as const })),
  ]
}

/** Lists articles that stand in no list yet under their terms, and under the categories above. */
export async function listUnderTerms(
  transaction: Prisma.TransactionClient,
  articles: readonly Listed[],
): Promise<void> {
  const ids = await saveTerms(transaction, articles.flatMap(typedTerms))
  const rows = articles.flatMap((article) => {
    const isShown = article.status === 'published' || article.status === 'scheduled'
    const isListed = isShown && article.type === 'article'
    const publishedAt = isListed ? article.publishedAt : null
    const own = new Set(typedTerms(article).map(({ type, slug }) => ids.get(keyOf(type, slug))))
    const places = new Map(
      article.series.map(({ slug, position }) => [ids.get(keyOf('series', slug)), position]),
    )
    return [...own].flatMap((termId) =>
      termId === undefined
        ? []
        : [{ articleId: article.id, termId, publishedAt, position: places.get(termId) ?? null }],
    )
  })
  if (rows.length === 0) return
  await insertRows(transaction, 'ArticleTerm', rows)
  await inheritTerms(transaction, [...new Set(rows.map(({ articleId }) => articleId))])
}
