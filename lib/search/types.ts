import type { ArticleCard, TermLink } from '../articles/types.ts'
import type { Role } from '../document/types.ts'

/** What pages ask of a search and get from it. */

/** What narrows a search: slugs, and a year of the magazine's time zone. */
export type Filters = {
  section: string | null
  tag: string | null
  person: string | null
  year: number | null
}

export const noFilters: Filters = { section: null, tag: null, person: null, year: null }

/** `page` is from 1. */
export type SearchRequest = { text: string; filters?: Filters; page?: number }

/** An answer. `path` leads to the section when one answers, whose heading is given. */
export type SearchHit = {
  path: string
  title: Piece[]
  heading: Piece[] | null
  excerpt: Piece[]
  kind: ArticleCard['kind']
  section: TermLink | null
  publishedAt: string
}

/**
 * `correction` is the query with its typos mended, when that is what was searched for; `isLoose` when no article holds
 * every word, and those that hold some are given.
 */
export type SearchResult = {
  /** Pages that the query names, on the first page of a search that nothing narrows. */
  pages: NamedPage[]
  hits: SearchHit[]
  total: number
  /** More were found than are counted. */
  isCapped: boolean
  page: number
  pageCount: number
  correction: string | null
  isLoose: boolean
  facets: Facets
}

/**
 * A piece of text, `at` its place; `isHit` when it is one of the words asked for. The page makes `<mark>` of it, escaped.
 */
export type Piece = { at: number; text: string; isHit: boolean }

/** The page of somebody, with what they do, or of a term: what it is, and how many articles it has. */
export type NamedPage = { label: string; name: string; path: string; roles: Role[]; count: number }

/** A value by which results can be narrowed, and how many articles it leaves. */
export type Facet = { value: string; name: string; count: number }
export type Facets = { section: Facet[]; tag: Facet[]; person: Facet[]; year: Facet[] }

/**
 * A line of the list under the search box. `note` is the article of a section, what a name stands for, or null; `path`
 * where it leads.
 */
export type Suggestion = { text: string; note: string | null; path: string }
