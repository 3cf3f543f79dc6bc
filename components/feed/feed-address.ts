import { encodePath, type FeedFormat, feedOf } from '../../lib/routes.ts'

/** What a server says that each is. */
export const FEED_TYPES: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
}

/** The address of the feed that follows the page at `path`: `/tag/x/feed/atom/?paged=2`, as a header takes it. */
export function feedPath(path: string, format: FeedFormat, page = 1): string {
  return `${encodePath(feedOf(path, format))}${page > 1 ? `?paged=${page}` : ''}`
}
