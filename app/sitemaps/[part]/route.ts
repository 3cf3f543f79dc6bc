import { getNews, getSitemap, getSitemapParts } from '../../../lib/articles/sitemaps.ts'
import { siteUrl } from '../../../lib/env.ts'
import { etagOf } from '../../api/etag.ts'
import { indexXml, newsXml, sitemapXml } from './sitemap-xml.ts'

/** Sitemaps are made when first asked for, never at build time; Next wants one name at least, which no sitemap has. */
export const generateStaticParams = () => [{ part: 'aucun.xml' }]

async function write(part: string): Promise<string | null> {
  if (part === 'index') return indexXml(await getSitemapParts(), siteUrl)
  if (part === 'actualites') return newsXml(await getNews(), siteUrl)
  const entries = await getSitemap(part)
  return entries && sitemapXml(entries, siteUrl)
}

/** `index.xml`, `actualites.xml`, `listes-1.xml`, `2019-1.xml`. Kept and refreshed by their cache tags. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const part = /^(.+)\.xml$/.exec((await params).part)?.[1]
  const xml = part === undefined ? null : await write(part)
  if (xml === null) return new Response('Plan de site introuvable', { status: 404 })
  return new Response(xml, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', ETag: etagOf(xml) },
  })
}
