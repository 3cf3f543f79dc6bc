import { cacheLife, cacheTag } from 'next/cache'
import { database } from '../db.ts'
import { check } from '../document/check.ts'
import { articleTag, categoryTag, homeTag, pathTag, sectionsTag, tagTag } from '../freshness/tags.ts'
import { site } from '../site.ts'
import { readPictures } from './pictures.ts'
import { atPath, countOfTerm, latest, ofTerm, sections } from './queries.ts'
import { toCard, toTermLink } from './reshape.ts'
import type { Archive, ArticleCard, ArticlePage, Home, TermLink } from './types.ts'

/**
 * All that pages read. Each answer carries the cache tags of what it shows; a read that fails throws, so that the
 * last good page stays; null means "does not exist" and nothing else.
 */

/** The article or page whose permalink is `path`, with its slashes. */
export async function getArticle(path: string): Promise<ArticlePage | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(pathTag(path))
  const db = await database()
  const row = await db.article.findFirst(atPath(path, new Date()))
  if (!row) return null
  cacheTag(articleTag(row.id))
  const document = check(row.document)
  const terms = row.terms.map(({ term }) => term)
  const { seoTitle, seoDescription, canonical, noindex } = row
  return {
    ...toCard(row),
    seo: { seoTitle, seoDescription, canonical, noindex },
    updatedAt: row.updatedAt?.toISOString() ?? null,
    document,
    pictures: await readPictures(db, document),
    categories: terms.filter((term) => term.type === 'category').map(toTermLink),
    tags: terms.filter((term) => term.type === 'tag').map(toTermLink),
  }
}

/** Where an old address leads: a path of this site, or null. `key` is `/2019/03/02/slug/` or `?p=6627`. */
export async function getRedirect(key: string): Promise<string | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(pathTag(key))
  const db = await database()
  const row = await db.redirect.findUnique({ where: { from: key }, select: { to: true, article: true } })
  if (!row?.article) return row?.to ?? null
  cacheTag(articleTag(row.article.id))
  const { status, publishedAt } = row.article
  return status === 'published' && publishedAt && publishedAt <= new Date() ? row.to : null
}

/** One range of the index (term, publishedAt). */
async function readList(termId: number, skip: number, take: number): Promise<ArticleCard[]> {
  const db = await database()
  const rows = await db.articleTerm.findMany(ofTerm(termId, new Date(), skip, take))
  return rows.map(({ article }) => toCard(article))
}

async function readArchive(type: 'tag' | 'category', slug: string, page: number): Promise<Archive | null> {
  const db = await database()
  const term = await db.term.findUnique({ where: { type_slug: { type, slug } } })
  if (!term) return null
  const total = await db.articleTerm.count(countOfTerm(term.id, new Date()))
  const pageCount = Math.ceil(total / site.pageSize)
  if (page > pageCount) return null
  const articles = await readList(term.id, (page - 1) * site.pageSize, site.pageSize)
  return { term: { ...toTermLink(term), description: term.description }, articles, page, pageCount, total }
}

/** A page of the tag's archive, newest first; null when the tag has no published article or no such page. */
export async function getTagArchive(slug: string, page: number): Promise<Archive | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(tagTag(slug))
  return readArchive('tag', slug, page)
}

/** A page of the category's archive, with the articles of the categories below it. */
export async function getCategoryArchive(slug: string, page: number): Promise<Archive | null> {
  'use cache'
  cacheLife('hours')
  cacheTag(categoryTag(slug))
  return readArchive('category', slug, page)
}

/** The sections of the magazine, for its navigation: categories of the first level that hold something. */
export async function getSections(): Promise<TermLink[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(sectionsTag)
  const db = await database()
  return (await db.term.findMany(sections(new Date()))).map(toTermLink)
}

async function readSections(): Promise<Home['sections']> {
  const db = await database()
  const terms = await db.term.findMany(sections(new Date()))
  return Promise.all(
    terms.map(async (term) => ({ section: toTermLink(term), articles: await readList(term.id, 0, 4) })),
  )
}

/** The front page. */
export async function getHome(): Promise<Home> {
  'use cache'
  cacheLife('hours')
  cacheTag(homeTag)
  const db = await database()
  const rows = await db.article.findMany(latest(new Date(), 9))
  const [lead = null, ...others] = rows.map(toCard)
  const tags = await db.term.findMany({
    where: { type: 'tag', articles: { some: { publishedAt: { lte: new Date() } } } },
    orderBy: [{ articles: { _count: 'desc' } }, { name: 'asc' }],
    take: 16,
  })
  return { lead, latest: others, sections: await readSections(), tags: tags.map(toTermLink) }
}

/** Permalinks of the newest articles, for prerendering; empty when the magazine is. */
export async function getRecentPaths(limit: number): Promise<string[]> {
  const db = await database()
  return (await db.article.findMany(latest(new Date(), limit))).map((row) => row.path)
}
