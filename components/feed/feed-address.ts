import { encodePath } from '../../lib/routes.ts'

/** RSS stands at WordPress's own address, `…/feed/`; the others below it. */
export const FEED_FORMATS = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** The address of the feed that follows the page at `path`: `/tag/x/feed/atom/?paged=2`, as a header takes it. */
export function feedPath(path: string, format: FeedFormat, page = 1): string {
  const suffix = format === 'rss' ? '' : `${format}/`
  return `${encodePath(path)}feed/${suffix}${page > 1 ? `?paged=${page}` : ''}`
}
