import { cacheLife, cacheTag } from 'next/cache'
import { database } from '../db.ts'
import { sitemapTag, sitemapYearTag } from '../freshness/tags.ts'
import { keepUntilNextDue } from './lifetime.ts'
import {
  type NewsEntry,
  readNews,
  readSitemap,
  readSitemapParts,
  type SitemapEntry,
} from './read-sitemaps.ts'

/** The names of the sitemaps that hold something: `listes-1`, `2019-1` … */
export async function getSitemapParts(): Promise<string[]> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(sitemapTag)
  return readSitemapParts(await database(), new Date())
}

/** The addresses of one sitemap; null when there is none of that name. */
export async function getSitemap(part: string): Promise<SitemapEntry[] | null> {
  'use cache'
  await keepUntilNextDue(await database())
  const year = /^\d{4}(?=-)/.exec(part)?.[0]
  cacheTag(year ? sitemapYearTag(year) : sitemapTag)
  return readSitemap(await database(), part, new Date())
}

/** The news of the last two days. Short-lived: what is two days old leaves by itself. */
export async function getNews(): Promise<NewsEntry[]> {
  'use cache'
  cacheLife({ stale: 300, revalidate: 900, expire: 3600 })
  cacheTag(sitemapTag)
  return readNews(await database(), new Date())
}
