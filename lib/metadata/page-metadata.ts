import type { Metadata } from 'next'
import { encodePath, feedOf as feedAt, sitePreviewPath } from '../routes.ts'
import { site } from '../site.ts'

/** What a page says of itself, to search engines and where it is shared. `path` has its slashes, decoded. */
export type PageFacts = {
  /** Null for the front page, which has the magazine's own. */
  title: string | null
  description: string
  path: string
  /** The page whose feed follows this one; null without one. */
  feedOf: string | null
  /** An editor's words for search engines, in the place of title and magazine. */
  seoTitle?: string | null
  /** Where the page appeared first: an address of another site, or of this one. */
  canonical?: string | null
  noindex?: boolean
  /** Without one, the magazine's own picture stands where the page is shared. */
  preview?: { path: string; alt: string }
}

/** The feeds of a page, for the readers that look for them. The front page's is named on every page. */
function feedsOf(path: string): Record<string, string> {
  return {
    'application/rss+xml': encodePath(feedAt(path, 'rss')),
    'application/atom+xml': encodePath(feedAt(path, 'atom')),
    'application/feed+json': encodePath(feedAt(path, 'json')),
  }
}

/** The metadata of any page: Next merges them shallowly, so that each page says all of its own. */
export function pageMetadata(facts: PageFacts): Metadata {
  const { title, description, path, feedOf, seoTitle, canonical, noindex, preview } = facts
  const name = `${site.name} — ${site.tagline}`
  const picture = preview ?? { path: sitePreviewPath, alt: site.name }
  return {
    title: seoTitle ? { absolute: seoTitle } : title === null ? { absolute: name } : title,
    description: description || undefined,
    alternates: {
      canonical: canonical ?? encodePath(path),
      types: feedOf === null ? {} : feedsOf(feedOf),
    },
    ...(noindex ? { robots: { index: false } } : {}),
    openGraph: {
      type: 'website',
      siteName: site.name,
      locale: 'fr_FR',
      url: encodePath(path),
      title: title ?? name,
      description: description || undefined,
      images: [{ url: encodePath(picture.path), width: 1200, height: 630, alt: picture.alt }],
    },
    twitter: { card: 'summary_large_image' },
    ...(site.fediverse ? { other: { 'fediverse:creator': site.fediverse } } : {}),
  }
}
