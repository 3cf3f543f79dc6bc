import { searchPath } from '../routes.ts'
import { cleanQuery } from './query.ts'
import { type Filters, noFilters } from './types.ts'

/** The address of a search, as readers share it: `/recherche/?q=…&section=&etiquette=&personne=&annee=&page=`. Pure. */
export type SearchAddress = { text: string; filters: Filters; page: number }

/** Where `proxy.ts` writes a search for the rewrite of `next.config.js`. */
export const SEARCH_HEADER = 'x-search'

const MAX_SLUG = 200
const MAX_PAGE = 100

const slugOf = (value: string | null): string | null => cleanQuery(value ?? '').slice(0, MAX_SLUG) || null

/** Reads any query: what is wrong in it counts as absent. */
export function readSearchAddress(query: URLSearchParams): SearchAddress {
  const page = query.get('page') ?? ''
  const year = query.get('annee') ?? ''
  return {
    text: cleanQuery(query.get('q') ?? ''),
    filters: {
      section: slugOf(query.get('section')),
      tag: slugOf(query.get('etiquette')),
      person: slugOf(query.get('personne')),
      year: /^[12]\d{3}$/.test(year) ? Number(year) : null,
    },
    page: /^[1-9]\d{0,2}$/.test(page) ? Math.min(Number(page), MAX_PAGE) : 1,
  }
}

function queryOf({ text, filters: { section, tag, person, year }, page }: SearchAddress): URLSearchParams {
  const values = {
    q: text,
    section,
    etiquette: tag,
    personne: person,
    annee: year === null ? null : String(year),
    page: page > 1 ? String(page) : null,
  }
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return new URLSearchParams(given)
}

/** The address itself. */
export function searchAddress({
  text,
  filters = noFilters,
  page = 1,
}: Partial<SearchAddress> & { text: string }) {
  const query = queryOf({ text, filters, page })
  return query.size > 0 ? `${searchPath}?${query}` : searchPath
}

/**
 * A reading page is made from its path, never from its query, so that it is whole and needs no script: the query
 * travels inside the server as one part of the path. Null for no search at all.
 */
export function segmentOf(address: SearchAddress): string | null {
  const query = queryOf(address)
  return query.size > 0 ? Buffer.from(query.toString()).toString('base64url') : null
}

/** The search that a part of the path stands for. */
export function readSegment(segment: string | undefined): SearchAddress {
  return readSearchAddress(new URLSearchParams(Buffer.from(segment ?? '', 'base64url').toString()))
}
