import { createElement } from 'react'
import { ArticleBody } from '../../../../../components/article/ArticleBody.tsx'
import { atom } from '../../../../../components/feed/atom.ts'
import { FEED_TYPES, feedPath } from '../../../../../components/feed/feed-address.ts'
import { type FeedDocument, feedDocument } from '../../../../../components/feed/feed-document.ts'
import { jsonFeed } from '../../../../../components/feed/json-feed.ts'
import { rss } from '../../../../../components/feed/rss.ts'
import { getFeed, getFeedRedirect, shownIn } from '../../../../../lib/articles/feeds.ts'
import { splitFeedPage } from '../../../../../lib/articles/read-feed.ts'
import { revisionOf } from '../../../../../lib/articles/revision.ts'
import { getWithdrawn } from '../../../../../lib/articles/withdrawn.ts'
import { env, siteUrl } from '../../../../../lib/env.ts'
import { encodePath, FEED_FORMATS, pathOf } from '../../../../../lib/routes.ts'
import { etagOf } from '../../../etag.ts'

/** The feed of all articles is made at build time; the others when first asked for. */
export const generateStaticParams = () => [{ format: 'rss', path: [] }]

const WRITERS = { rss, atom, json: jsonFeed }

function linkHeader({ self, hub }: FeedDocument['links']): string {
  return [`<${self}>; rel="self"`, ...(hub === null ? [] : [`<${hub}>; rel="hub"`])].join(', ')
}

function noFeed(isGone = false): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return new Response(isGone ? 'Cet article a été retiré.' : 'Flux introuvable', {
    status: isGone ? 410 : 404,
    headers,
  })
}

/** The feed of the page at `path`. Kept and refreshed by the cache tags of what it shows. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ format: string; path?: string[] }> },
): Promise<Response> {
  const { format: asked, path: parts = [] } = await params
  const format = FEED_FORMATS.find((known) => known === asked)
  if (!format) return noFeed()
  const path = pathOf(parts)
  const feed = await getFeed(path)
  if (!feed) {
    const target = await getFeedRedirect(splitFeedPage(path).place)
    if (target === null) return noFeed((await getWithdrawn(path)) !== null)
    const isFeed = target.endsWith('/feed/')
    const location = isFeed ? feedPath(target.slice(0, -'feed/'.length), format) : encodePath(target)
    return new Response(null, { status: 301, headers: { Location: location } })
  }
  // Imported when called: Next refuses this module at the top of a file of the app.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const bodies = feed.items.map(({ document, pictures }) =>
    renderToStaticMarkup(createElement(ArticleBody, { document, pictures })),
  )
  const document = feedDocument(feed, bodies, { siteUrl, hub: env.WEBSUB_HUB ?? null, format })
  const text = WRITERS[format](document)
  return new Response(text, {
    headers: {
      'Content-Type': `${FEED_TYPES[format]}; charset=utf-8`,
      ETag: etagOf(text),
      // When it was read: a body may change without a declared date, and an article may go.
      'Last-Modified': new Date(feed.madeAt).toUTCString(),
      Link: linkHeader(document.links),
      'X-Revision': revisionOf(shownIn(feed)),
    },
  })
}
