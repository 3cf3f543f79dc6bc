import { createElement } from 'react'
import { ArticleBody } from '../../../../components/article/ArticleBody.tsx'
import { rss } from '../../../../components/feed/rss.ts'
import { getFeed, getFeedRedirect } from '../../../../lib/articles/feeds.ts'
import { revisionOf } from '../../../../lib/articles/revision.ts'
import { getWithdrawn } from '../../../../lib/articles/withdrawn.ts'
import { siteUrl } from '../../../../lib/env.ts'
import { pathOf } from '../../../../lib/routes.ts'

/** The feed of all articles is made at build time; the others when first asked for. */
export const generateStaticParams = () => [{ path: [] }]

/** The feed of the page at `path`, as RSS 2.0. Kept and refreshed by the cache tags of what it shows. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ path?: string[] }> },
): Promise<Response> {
  const path = pathOf((await params).path ?? [])
  const feed = await getFeed(path)
  if (feed) {
    // Imported when called: Next refuses this module at the top of a file of the app.
    const { renderToStaticMarkup } = await import('react-dom/server')
    const bodies = feed.items.map(({ document, pictures }) =>
      renderToStaticMarkup(createElement(ArticleBody, { document, pictures })),
    )
    return new Response(rss(feed, bodies, siteUrl), {
      headers: { 'Content-Type': 'application/rss+xml; charset=utf-8', 'X-Revision': revisionOf(feed) },
    })
  }
  const target = await getFeedRedirect(path)
  if (target) return new Response(null, { status: 301, headers: { Location: target } })
  const isGone = (await getWithdrawn(path)) !== null
  return new Response(isGone ? 'Cet article a été retiré.' : 'Flux introuvable', {
    status: isGone ? 410 : 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
