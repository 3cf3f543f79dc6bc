import { cacheTag } from 'next/cache'
import { type Database, database } from '../db.ts'
import { categoryTag, goneTag, homeTag, pathTag, tagTag } from '../freshness/tags.ts'
import { readOldPath } from '../old-addresses.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { latest, ofTerm } from './queries.ts'
import { toCard } from './reshape.ts'
import type { ArticleCard } from './types.ts'

/** What stands where an article was withdrawn: articles that may do instead. */
export type Gone = { likely: ArticleCard[] }

const LIKELY = 3

/** Whether one of the keys is an address of an article that was archived or deleted; with its id in the first case. */
export async function findWithdrawn(
  client: Database,
  keys: readonly string[],
): Promise<{ articleId: number | null } | null> {
  const addresses = { in: [...keys] }
  const archived = await client.article.findFirst({
    where: { path: addresses, status: 'archived' },
    select: { id: true },
  })
  if (archived) return { articleId: archived.id }
  const old = await client.redirect.findFirst({
    where: { from: addresses, article: { status: 'archived' } },
    select: { articleId: true },
  })
  if (old) return old
  const deleted = await client.withdrawn.findFirst({ where: { path: addresses } })
  return deleted && { articleId: null }
}

/** The newest of what shares a tag, else a category, with the article; else the newest of all. */
async function likelyArticles(client: Database, articleId: number | null, now: Date): Promise<ArticleCard[]> {
  const rows = await client.articleTerm.findMany({
    where: { articleId: articleId ?? 0, inherited: false, term: { type: { in: ['tag', 'category'] } } },
    orderBy: { term: { type: 'desc' } },
    select: { term: { select: { id: true, type: true, slug: true } } },
  })
  for (const { term } of rows) {
    cacheTag(term.type === 'tag' ? tagTag(term.slug) : categoryTag(term.slug))
    const found = await client.articleTerm.findMany(ofTerm(term.id, now, 0, LIKELY))
    if (found.length > 0) return found.map(({ article }) => toCard(article))
  }
  cacheTag(homeTag)
  return (await client.article.findMany(latest(now, LIKELY))).map(toCard)
}

/** For a path where nothing stands any more because an editor took it away; null for any other. */
export async function getWithdrawn(path: string): Promise<Gone | null> {
  'use cache'
  await keepUntilNextDue(await database())
  const { keys } = readOldPath(path)
  cacheTag(...keys.map(pathTag))
  const client = await database()
  const found = await findWithdrawn(client, keys)
  if (!found) return null
  cacheTag(goneTag)
  return { likely: await likelyArticles(client, found.articleId, new Date()) }
}
