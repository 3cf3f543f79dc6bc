import type { Document, Role } from '../document/types.ts'
import type { ArticleKind } from '../wordpress/draft.ts'

/** What pages get from `lib/articles`: the site's own types, ready to show. Dates are ISO 8601 instants (UTC). */

/** A stored picture and its derived sizes, narrowest first. `placeholder` is a tiny data: URI. */
export type Picture = {
  id: string
  src: string
  width: number
  height: number
  alt: string | null
  credit: string | null
  placeholder: string | null
  sizes: { src: string; width: number; type: string }[]
}

export type PersonLink = { slug: string; name: string }
export type ArticleCredit = { person: PersonLink; role: Role }
/** `path` with its slashes: `/tag/reseaux-sociaux/`. */
export type TermLink = { path: string; slug: string; name: string }

export type ArticleCard = {
  id: number
  /** The permalink, with its slashes: `/philippe-metais/`. */
  path: string
  kind: ArticleKind | null
  section: TermLink | null
  title: string
  standfirst: string
  publishedAt: string
  readingMinutes: number
  credits: ArticleCredit[]
  cover: Picture | null
}

/** What search engines are told where it differs from the card; `canonical` is a path of this site or an address. */
export type SeoFields = {
  seoTitle: string | null
  seoDescription: string | null
  canonical: string | null
  noindex: boolean
}

export type ArticlePage = ArticleCard & {
  /** A page ("À propos") stands in no list. */
  type: 'article' | 'page'
  seo: SeoFields
  /** Set only by an editor's declared update. */
  updatedAt: string | null
  /** The day (2019-03-02) and the place of the interview or event. */
  heldOn: string | null
  heldAt: string | null
  document: Document
  /** The pictures that the document names, by `mediaId`. */
  pictures: Record<string, Picture>
  categories: TermLink[]
  tags: TermLink[]
}

/** One page of a list, newest first. `page` starts at 1. */
export type Archive = {
  term: TermLink & { description: string }
  articles: ArticleCard[]
  page: number
  pageCount: number
  total: number
}

/** A line of the index of the archives. `name`: "mars 2019". */
export type MonthOfArticles = { year: number; name: string; path: string; count: number }

export type Home = {
  /** Newest article, then the others, newest first. */
  lead: ArticleCard | null
  latest: ArticleCard[]
  sections: { section: TermLink; articles: ArticleCard[] }[]
  tags: TermLink[]
}

/** A sound that an article holds. `bytes` is 0 where nobody said its size: the file of another site. */
export type Sound = { url: string; mimeType: string; bytes: number }

/** An article in a feed, with its whole text. `guid` is the old site's, so that readers see no article twice. */
export type FeedItem = ArticleCard & {
  guid: string | null
  updatedAt: string | null
  terms: string[]
  document: Document
  pictures: Record<string, Picture>
  sounds: Sound[]
}

/** A page of a feed, newest first. `path` is that of the page it follows; `madeAt` when it was read. */
export type Feed = {
  title: string
  description: string
  path: string
  page: number
  pageCount: number
  madeAt: string
  items: FeedItem[]
}
