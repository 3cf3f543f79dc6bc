import { getServerSideSitemap, getServerSideSitemapIndex, type ISitemapField } from 'next-sitemap'
import { cleanXml, escapeXml } from '../../../components/feed/xml.ts'
import type { NewsEntry, SitemapEntry } from '../../../lib/articles/read-sitemaps.ts'
import { site } from '../../../lib/site.ts'

/**
 * Sitemaps as next-sitemap writes them, with what it leaves to its callers: addresses are escaped before, characters
 * outside the first plane, which it writes as two halves, are mended after.
 */
const mend = (xml: string): string =>
  xml.replace(/&#(5[56]\d{3});&#(5[67]\d{3});/g, (_all, high: string, low: string) =>
    String.fromCharCode(Number(high), Number(low)),
  )

const textOf = async (response: Response): Promise<string> => mend(await response.text())

/** The index of all sitemaps. */
export async function indexXml(parts: readonly string[], siteUrl: string): Promise<string> {
  return textOf(
    await getServerSideSitemapIndex(parts.map((part) => escapeXml(`${siteUrl}/sitemaps/${part}.xml`))),
  )
}

/** One sitemap, with the pictures of each article. */
export async function sitemapXml(entries: readonly SitemapEntry[], siteUrl: string): Promise<string> {
  const fields = entries.map(
    ({ path, changedAt, images }): ISitemapField => ({
      loc: escapeXml(`${siteUrl}${path}`),
      ...(changedAt === null ? {} : { lastmod: changedAt }),
      images: images.slice(0, 1000).map((image) => ({ loc: new URL(image, siteUrl) })),
    }),
  )
  return textOf(await getServerSideSitemap(fields))
}

/** The sitemap of the news. */
export async function newsXml(entries: readonly NewsEntry[], siteUrl: string): Promise<string> {
  const fields = entries.map(
    ({ path, title, publishedAt }): ISitemapField => ({
      loc: escapeXml(`${siteUrl}${path}`),
      news: {
        title: cleanXml(title),
        publicationName: site.name,
        publicationLanguage: site.language,
        date: publishedAt,
      },
    }),
  )
  return textOf(await getServerSideSitemap(fields))
}
