import {
  archivesPath,
  type FeedFormat,
  listingPath,
  partsOf,
  pathOf,
  peoplePath,
  readListing,
  searchPath,
  seriesPath,
  tagsPath,
} from './routes.ts'

/**
 * WordPress's addresses, read. Pure: what they lead to is looked up by `lib/articles/resolve.ts`. A key is a path with
 * its slashes, the path of a file, or `?p=6627`, `?cat=3`, `?tag_id=5`, `?author=8`.
 */
export type OldAddress = {
  /** Most exact first; the first that leads somewhere answers. */
  keys: string[]
  page: number
  /** The format asked for where it is the address of a feed. */
  feed: FeedFormat | null
  /** What the query holds beside what was read, to be kept: `?utm_source=x`. */
  rest: string
}

/** Names in a query of the root that WordPress answers to, for the rewrites of next.config.js. */
export const QUERY_NAMES = [
  ...['p', 'page_id', 'attachment_id', 'name', 'pagename', 'cat', 'category_name', 'tag', 'tag_id'],
  ...['author', 'author_name', 'year', 's', 'feed', 'paged'],
] as const
/** What WordPress and its plugins answer to in `?feed=`, at any address. */
export const FEED_NAMES = '(?:comments-)?(?:feed|rss2?|rdf|atom|json)'
const MODIFIERS = ['m', 'monthnum', 'day', 'page', 'cpage', 'post_type', 'withcomments']

/** A query's number, however many zeros it has in front; null when it is none. */
function numberOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** `201903`, or `2019` with `3` and `2` → `/2019/03/02/`; null when it is no date. */
function datePath(query: URLSearchParams): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})?(\d{2})?/.exec(query.get('m') ?? '') ?? []
  const parts = year
    ? [year, month, day]
    : [query.get('year'), query.get('monthnum'), query.get('day')].map((part) => part || undefined)
  const given = parts.slice(0, parts.includes(undefined) ? parts.indexOf(undefined) : 3)
  const address = readListing(pathOf(given.filter((part) => part !== undefined)))
  return address && listingPath(address)
}

const idKey = (name: string, value: string): string[] => {
  const id = numberOf(value)
  return id === null ? [] : [`?${name}=${id}`]
}

const FEED_QUERY = new RegExp(`^${FEED_NAMES}$`)
const formatOf = (name: string): FeedFormat =>
  name.endsWith('atom') ? 'atom' : name.endsWith('json') ? 'json' : 'rss'

/** The keys that the strongest name of the query gives; null when it has none of WordPress's names. */
function queryKeys(query: URLSearchParams): string[] | null {
  const readers: Record<string, (value: string) => string[]> = {
    p: (value) => idKey('p', value),
    page_id: (value) => idKey('p', value),
    attachment_id: (value) => idKey('p', value),
    name: (value) => [pathOf([value])],
    pagename: (value) => [pathOf(partsOf(value))],
    cat: (value) => idKey('cat', value),
    category_name: (value) => [pathOf(['category', ...partsOf(value).slice(-1)])],
    tag: (value) => [pathOf(['tag', value])],
    tag_id: (value) => idKey('tag_id', value),
    author: (value) => idKey('author', value),
    author_name: (value) => [pathOf(['author', value])],
    m: () => [datePath(query) ?? ''].filter(Boolean),
    year: () => [datePath(query) ?? ''].filter(Boolean),
    s: () => [searchPath],
  }
  for (const [name, read] of Object.entries(readers)) {
    const value = query.get(name)
    if (value !== null && (name !== 'm' || /^\d{4}/.test(value))) return read(value)
  }
  const feed = query.get('feed')
  if (feed !== null) return [feed.startsWith('comments') ? '/comments/' : '/']
  return query.has('paged') ? ['/'] : null
}

/** What a query of the root means; null when it is none of WordPress's, as `?utm_source=x` or a mobile `?m=1`. */
export function readOldQuery(query: URLSearchParams): OldAddress | null {
  const keys = queryKeys(query)
  if (keys === null) return null
  const others = new URLSearchParams(query)
  for (const name of [...QUERY_NAMES, ...MODIFIERS]) others.delete(name)
  const words = keys[0] === searchPath ? query.get('s') : null
  const feed = query.get('feed')
  const rest = new URLSearchParams([...(words === null || feed !== null ? [] : [['q', words]]), ...others])
  return {
    keys,
    page: Math.max(1, numberOf(query.get('paged')) ?? 1),
    feed: feed === null ? null : formatOf(feed),
    rest: rest.size > 0 ? `?${rest}` : '',
  }
}

/** What WordPress and its plugins put behind a permalink: another dress, a page of it, a page of its comments. */
const SUFFIX = /^(?:amp|embed|trackback|print|comment-page-\d{1,6}|\d{1,4})$/
const FEED = /^(?:feed|rss|rss2|rdf|atom)$/

const isFile = (path: string): boolean =>
  /\/(?:uploads|files)\//.test(path) && /\.[a-z0-9]{1,5}\/?$/i.test(path)

/**
 * The names under which a file of the uploads folder may be kept: its own, the original of a derived size, and the
 * originals that WordPress scaled down, turned or edited.
 */
function fileKeys(path: string): string[] {
  const [, stem = path, extension = ''] = /^(.*?)(\.[a-z0-9]{1,5})$/i.exec(path) ?? []
  const plain = stem.replace(/-\d{1,5}x\d{1,5}$/, '')
  const original = plain.replace(/-(?:scaled|rotated|e\d{8,14})$/, '')
  const stems = [stem, plain, `${plain}-scaled`, `${plain}-rotated`, original, `${original}-scaled`]
  return [...new Set(stems)].map((name) => `${name}${extension}`)
}

/** Under what name plugins put their series. */
const SERIES = /^(?:series|serie|dossiers)$/

/**
 * What a path may stand for, most exact first: itself, then without `index.php` in front and `/amp/`, `/2/`,
 * `/comment-page-1/` … behind, then its last part alone, under whatever date or category it stood.
 */
export function readOldPath(path: string): OldAddress {
  const [first, ...others] = partsOf(path)
  const parts = first === undefined || first === 'index.php' ? others : [first, ...others]
  if (isFile(path)) return { keys: fileKeys(`/${parts.join('/')}`), page: 1, feed: null, rest: '' }
  const name = parts.at(-1) ?? ''
  const feed = FEED.test(name) ? formatOf(name) : null
  let base = feed ? parts.slice(0, parts.at(-2) === 'feed' ? -2 : -1) : parts
  const whole = base
  let page = 1
  if (base.at(-2) === 'page' && numberOf(base.at(-1) ?? null)) {
    page = Number(base.at(-1))
    base = base.slice(0, -2)
  }
  const listed = base
  let end = base.length
  while (end > 1 && SUFFIX.test(base[end - 1] ?? '')) end -= 1
  base = base.slice(0, end)
  const last = base.at(-1)
  const candidates = [whole, listed, base, ...(base.length > 1 && last !== undefined ? [[last]] : [])]
  const series = SERIES.test(base[0] ?? '') && base.length > 1 && last !== undefined ? [seriesPath(last)] : []
  const keys = [...candidates.map(pathOf), ...series]
  // WordPress finds a slug whatever the case of its letters.
  return { keys: [...new Set([...keys, ...keys.map((key) => key.toLowerCase())])], page, feed, rest: '' }
}

/** Any address of the old site: its path, decoded with its slashes, and what its query asks for. */
export function readOldAddress(path: string, query: URLSearchParams): OldAddress {
  const isRoot = path === '/' || path === '/index.php/'
  const asked = isRoot ? readOldQuery(query) : null
  if (asked) return asked
  const address = readOldPath(path)
  const name = query.get('feed')
  const feed = name !== null && FEED_QUERY.test(name) ? formatOf(name) : null
  if (feed === null) return { ...address, rest: query.size > 0 ? `?${query}` : '' }
  const others = new URLSearchParams(query)
  for (const read of ['feed', 'paged', 'withcomments']) others.delete(read)
  const page = numberOf(query.get('paged')) ?? address.page
  return { ...address, feed, page, rest: others.size > 0 ? `?${others}` : '' }
}

/** Addresses of the site's own lists and pages, which no redirect may take. */
export function isReserved(path: string): boolean {
  const fixed = ['/', archivesPath, searchPath, peoplePath, tagsPath, '/feed/', '/comments/feed/']
  return (
    fixed.includes(path) ||
    readListing(path) !== null ||
    /^\/(?:tag|category|dossier|api|media|_next)\//.test(path)
  )
}

/** Rooms of the site and of WordPress, where no article answers: see `app/` and the rewrites of next.config.js. */
const ROOMS =
  /^\/(?:api|_next|apercu|sitemaps|files|wp-admin|wp-json|wp-content|index\.php|category|tag|personne|recherche)\/.|^\/(?:dossier|media)\/[^/]+\/$/
/** Addresses of one thing each: services, files, feeds. */
const APART =
  /^\/(?:api|recherche|files|wp-admin|wp-json|index\.php|rss|rss2|rdf|atom)\/$|\/feed\/(?:\w{1,10}\/)?$|^\/(?:robots\.txt|(?:news-)?sitemap\.xml|xmlrpc\.php|wp-(?:login|cron)\.php)\/$/

/**
 * The address of an article here, for the one that it had: the same, unless something else answers there (a list, a
 * feed, a service). Then it stands outside of that room, or has its number behind.
 */
export function articlePath(path: string, id: number): string {
  let parts = partsOf(path)
  while (parts.length > 1 && ROOMS.test(pathOf(parts))) parts = parts.slice(1)
  const own = pathOf(parts)
  return APART.test(own) ? own.replace(/\/$/, `-${id}/`) : own
}
