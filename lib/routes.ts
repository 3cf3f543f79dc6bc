/** Addresses of the site: what its pages answer to. WordPress's own forms are read in `old-addresses.ts`. */

/** Years and months that hold articles. */
export const archivesPath = '/archives/'
export const searchPath = '/recherche/'
/** The preview picture of pages that have none of their own. */
export const sitePreviewPath = '/apercu/accueil.jpg'
/** The square picture that players of podcasts show for the magazine. */
export const podcastCoverPath = '/apercu/magazine.jpg'
export const peoplePath = '/personnes/'
export const tagsPath = '/etiquettes/'

export const personPath = (slug: string): string => `/personne/${slug}/`
export const seriesPath = (slug: string): string => `/dossier/${slug}/`

/** RSS stands at WordPress's own address, `…/feed/`; the others below it. */
export const FEED_FORMATS = ['rss', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]
/** The feed that follows the page at `path`. */
export const feedOf = (path: string, format: FeedFormat): string =>
  `${path}feed/${format === 'rss' ? '' : `${format}/`}`

/** A permalink from the parts of a catch-all route: `['2019', '03', 'été']` → `/2019/03/été/`, none → `/`.
 * An encoded slash does not make another part, nor `%23` a fragment: no path begins with `//` or holds `#`. */
export function pathOf(parts: readonly string[]): string {
  return ['', ...parts.map(slugOf), ''].join('/')
}

/** A slug of a source as it stands in an address, whatever it holds. */
export const slugOf = (part: string): string =>
  decodePart(part)
    .replace(/[/\\#\p{Cc}]/gu, '-')
    .toWellFormed()

/** The parts of a path: `/tag/x/` → `['tag', 'x']`. */
export const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '')

/** Percent-encoding is compared decoded; a broken sequence, or one that hides a control character, stays as it is. */
export function decodePart(part: string): string {
  try {
    const decoded = decodeURIComponent(part).normalize()
    return /\p{Cc}/u.test(decoded) ? part : decoded
  } catch {
    return part
  }
}

/** A path of the site, with its `#fragment` if any, as a header or an XML file takes it: ASCII. */
export function encodePath(path: string): string {
  const [place = '', fragment] = path.split('#')
  const encoded = place.split('/').map(encodeURIComponent).join('/')
  return fragment === undefined ? encoded : `${encoded}#${encodeURIComponent(fragment)}`
}

/** A list of articles that has an address: all of them, or those of a year, a month, a day. */
export type Listing = { year: number; month: number | null; day: number | null } | 'all'
export type ListingAddress = { listing: Listing; page: number }

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The address of a page of a list: `/2019/03/`, `/2019/03/page/2/`, `/page/2/`; the first page of all is the home page. */
export function listingPath({ listing, page }: ListingAddress): string {
  const parts =
    listing === 'all'
      ? []
      : [String(listing.year), ...[listing.month, listing.day].filter((part) => part !== null).map(twoDigits)]
  return pathOf(page === 1 ? parts : [...parts, 'page', String(page)])
}

function readDate(parts: readonly string[]): Listing | null {
  const [year = '', month, day] = parts
  if (parts.length > 3 || !/^\d{4}$/.test(year)) return null
  if ([month, day].some((part) => part !== undefined && !/^\d{1,2}$/.test(part))) return null
  const date = {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  }
  const last = new Date(Date.UTC(date.year, date.month ?? 1, 0)).getUTCDate()
  const exists = (date.month ?? 1) >= 1 && (date.month ?? 1) <= 12 && (date.day ?? 1) >= 1
  return exists && (date.day ?? 1) <= last && date.year >= 1000 ? date : null
}

/** Reads `/page/3/`, `/2019/`, `/2019/03/`, `/2019/03/02/`, each date with `/page/N/` behind it; null for all else. */
export function readListing(path: string): ListingAddress | null {
  const parts = partsOf(path)
  const isPaged = parts.at(-2) === 'page' && /^[1-9]\d{0,5}$/.test(parts.at(-1) ?? '')
  const base = isPaged ? parts.slice(0, -2) : parts
  const page = isPaged ? Number(parts.at(-1)) : 1
  if (base.length === 0) return isPaged ? { listing: 'all', page } : null
  const date = readDate(base)
  return date && { listing: date, page }
}
