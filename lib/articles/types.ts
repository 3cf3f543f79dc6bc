import type { Document, Role } from '../document/types.ts'
import type { ArticleKind } from '../wordpress/draft.ts'

/** What pages get from `lib/articles`: the site's own types, ready to show. Dates are ISO 8601 instants (UTC). */

/** A stored picture and its derived sizes, narrowest first. `placeholder` is a CSS `background-image`. */
export type Picture = {
  id: string
  src: string
  width: number
  height: number
  alt: string | null
  credit: string | null
  placeholder: string | null
  /** What a crop keeps, as parts of width and height; null for the middle. */
  focus: { x: number; y: number } | null
  sizes: { src: string; width: number; type: string }[]
}

export type PersonLink = { slug: string; name: string }
/** Somebody, or an organisation, whom an article names: in its title it is about them. */
export type NamedPerson = PersonLink & { kind: 'person' | 'organisation'; isInTitle: boolean }
export type ArticleCredit = { person: PersonLink; role: Role }
/** `path` with its slashes: `/tag/reseaux-sociaux/`. */
export type TermLink = { path: string; slug: string; name: string }

/** What every page leads to. */
export type SiteLinks = { sections: TermLink[]; pages: { path: string; name: string }[] }

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

/** A reader's comment and the answers to it. `html` is filtered. */
export type CommentThread = {
  number: number
  author: string
  authorUrl: string | null
  html: string
  writtenAt: string | null
  answers: CommentThread[]
}

/** An article to read next, and why: the dossier, people and tags that it shares, the strongest reason first. */
export type RelatedArticle = {
  article: ArticleCard
  reasons: { kind: 'series' | 'person' | 'tag' | 'author'; name: string }[]
}

/** An article where it is shared: with its cover, else a portrait of who speaks in it, else a picture of its text. */
export type SharedArticle = ArticleCard & { sharedPicture: Picture | null }

export type ArticlePage = SharedArticle & {
  /** A page of the site (`/a-propos/`) has no date, nor a time to read. */
  type: 'article' | 'page'
  /** The day (2019-03-02) and place of the interview or event. */
  heldOn: string | null
  heldAt: string | null
  seo: SeoFields
  /** Set only by an editor's declared update. */
  updatedAt: string | null
  document: Document
  /** The pictures that the document names, by `mediaId`. */
  pictures: Record<string, Picture>
  categories: TermLink[]
  tags: TermLink[]
  /** The series that the article is a part of, with its neighbours there. */
  series: SeriesPlace[]
  /** Whom the article names and who have a page: captions and credits lead to them. */
  people: NamedPerson[]
}

type Neighbour = Pick<ArticleCard, 'path' | 'title'>
/** The place of an article in a series: its rank from 1, the parts before and after it. */
export type SeriesPlace = {
  series: TermLink
  rank: number
  count: number
  previous: Neighbour | null
  next: Neighbour | null
}

/** A series whole, its parts in their order. */
export type Series = { term: TermLink & { description: string }; articles: ArticleCard[] }

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
  /** The article that an editor put first, or the newest; then the others, newest first. */
  lead: ArticleCard | null
  latest: ArticleCard[]
  /** The most recent ones that are neither of those. */
  interviews: ArticleCard[]
  sections: { section: TermLink; articles: ArticleCard[] }[]
  /** The series last added to. */
  series: Series[]
  tags: TermLink[]
}

/** A sound that an article holds. `bytes` is 0 where nobody said its size: the file of another site. */
export type Sound = { url: string; mimeType: string; bytes: number }
/** A tag of the index, with how many articles have it. */
export type TagCount = TermLink & { count: number }

/** Somebody, or an organisation, in the index of people. */
export type PersonEntry = PersonLink & {
  path: string
  kind: 'person' | 'organisation'
  /** Articles that they sign, and articles that name them. */
  signed: number
  named: number
}

/** What somebody did for an article: their roles in the byline, whether it is an interview with them. */
export type PersonPiece = { article: ArticleCard; roles: Role[]; isInterviewed: boolean }

/** A picture that shows somebody, with the piece that it stands in. */
export type PersonPicture = { picture: Picture; path: string; title: string }

/** One page of the page of somebody, newest piece first. */
export type PersonPage = {
  slug: string
  name: string
  kind: 'person' | 'organisation'
  bio: string
  portrait: Picture | null
  /** The others whose caption names them. */
  pictures: PersonPicture[]
  /** Every role that they had, most frequent first. */
  roles: Role[]
  pieces: PersonPiece[]
  page: number
  pageCount: number
  total: number
}

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
