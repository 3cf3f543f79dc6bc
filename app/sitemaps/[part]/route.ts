import { revisionOf } from '../../../lib/articles/revision.ts'
import { getNews, getSitemap, getSitemapParts } from '../../../lib/articles/sitemaps.ts'
import { siteUrl } from '../../../lib/env.ts'
import { etagOf } from '../../api/etag.ts'
import { indexXml, newsXml, sitemapXml } from './sitemap-xml.ts'

/** Sitemaps are made when first asked for, never at build time; Next wants one name at least, which no sitemap has. */
export const generateStaticParams = () => [{ part: 'aucun.xml' }]

type Written = { xml: string; revision: string }

async function written<T extends object>(
  entries: T,
  write: (entries: T, siteUrl: string) => Promise<string>,
): Promise<Written> {
  return { xml: await write(entries, siteUrl), revision: revisionOf(entries) }
}

async function write(part: string): Promise<Written | null> {
  if (part === 'index') return written(await getSitemapParts(), indexXml)
  if (part === 'actualites') return written(await getNews(), newsXml)
  const entries = await getSitemap(part)
  return entries && written(entries, sitemapXml)
}

/** `index.xml`, `actualites.xml`, `listes-1.xml`, `2019-1.xml`. Kept and refreshed by their cache tags. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const part = /^(.+)\.xml$/.exec((await params).part)?.[1]
  const sitemap = part === undefined ? null : await write(part)
  if (!sitemap) return new Response('Plan de site introuvable', { status: 404 })
  const { xml, revision } = sitemap
  return new Response(xml, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      ETag: etagOf(xml),
      'X-Revision': revision,
    },
  })
}
