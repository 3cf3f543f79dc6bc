import { hash } from 'node:crypto'

/** Cache tags: the names under which pages are remembered and refreshed. */

export const homeTag = 'home'
/** The list of sections that every page's header shows. */
export const sectionsTag = 'sections'
export const searchTag = 'search'
/** The index of the sitemaps, and what lists the latest articles only. */
export const sitemapTag = 'sitemap'
/** A page that says that an article was withdrawn: the cache handler answers it with 410. */
export const goneTag = 'gone'

/** Next refuses tags over 256 characters, and separates them by commas in a header of ASCII. */
function asTag(prefix: string, name: string): string {
  const encoded = encodeURI(name.normalize()).replaceAll(',', '%2C')
  return encoded.length <= 200 ? `${prefix}:${encoded}` : `${prefix}:${hash('sha256', encoded)}`
}

/** A path of the site: its article, its redirect, or its absence. */
export const pathTag = (path: string): string => asTag('path', path)
export const articleTag = (id: number): string => `article:${id}`
/** For what shows the card of an article elsewhere than in a list: related articles, the next one of a series. */
export const cardTag = (id: number): string => `card:${id}`
export const tagTag = (slug: string): string => asTag('tag', slug)
export const categoryTag = (slug: string): string => asTag('category', slug)
export const seriesTag = (slug: string): string => asTag('series', slug)
export const personTag = (slug: string): string => asTag('person', slug)

/** The list of a year, `date:2019`, a month, `date:2019-03`, or a day, `date:2019-03-02`. */
export const dateTag = (date: string): string => `date:${date}`
export const sitemapYearTag = (year: string): string => `sitemap:${year}`

/** What a reader can see of an article: enough to know which pages show it. */
export type ArticleState = {
  id: number
  path: string
  /** Published, and its time has come. */
  visible: boolean
  /** Taken away for good: its addresses say so. */
  withdrawn: boolean
  /** Hash of all that lists show of it: title, standfirst, cover, byline, date. */
  card: string
  tags: string[]
  /** With the categories above them. */
  categories: string[]
  series: string[]
  /** Who signed it and who it is about. */
  people: string[]
  /** Old addresses that lead to the article. */
  redirects: string[]
  /** The day of its publication in the magazine's time zone, `2019-03-02`; null for a page, which no list shows. */
  day: string | null
}

/** The cache tags of the lists that show the article. */
function listTags({ tags, categories, series, people, day }: ArticleState): string[] {
  const dates = day ? [day, day.slice(0, 7), day.slice(0, 4)] : []
  return [
    ...tags.map(tagTag),
    ...categories.map(categoryTag),
    ...series.map(seriesTag),
    ...people.map(personTag),
    ...dates.map(dateTag),
  ]
}

const pathTags = ({ path, redirects }: ArticleState): string[] => [path, ...redirects].map(pathTag)

/** The lists that change: all that show the card when it changes, else those that the article enters or leaves. */
function touchedLists(before: ArticleState | null, after: ArticleState | null): string[] {
  const [was, is] = [before, after].map((state) => new Set(state ? listTags(state) : []))
  const both = [...(was ?? []), ...(is ?? [])]
  return before?.card === after?.card ? both.filter((tag) => !(was?.has(tag) && is?.has(tag))) : both
}

/**
 * Every cache tag that a change of one article touches. `before` is null when it is new, `after` when it is deleted.
 * What nobody could see before and nobody can see after touches nothing, but for what its addresses say of a withdrawal.
 * A change of the text alone touches no list.
 */
export function touchedTags(before: ArticleState | null, after: ArticleState | null): string[] {
  const was = before?.visible ? before : null
  const is = after?.visible ? after : null
  const shown = [was, is].filter((state) => state !== null)
  const known = [before, after].filter((state) => state !== null)
  if (shown.length === 0)
    return known.some(({ withdrawn }) => withdrawn) ? [...new Set(known.flatMap(pathTags))].sort() : []
  const lists = touchedLists(was, is)
  const isListed = was?.card !== is?.card || lists.length > 0
  const isMoved = was?.path !== is?.path || was?.redirects.join() !== is?.redirects.join()
  const touched = [
    ...known.flatMap(({ id, path }) => [articleTag(id), pathTag(path)]),
    ...(isMoved ? known.flatMap(pathTags) : []),
    ...(isListed ? known.map(({ id }) => cardTag(id)) : []),
    ...lists,
    ...(isListed ? [homeTag] : []),
    searchTag,
    sitemapTag,
    ...shown.flatMap(({ day }) => (day ? [sitemapYearTag(day.slice(0, 4))] : [])),
  ]
  return [...new Set(touched)].sort()
}

const TERM_TAGS: Record<string, (slug: string) => string> = {
  tag: tagTag,
  category: categoryTag,
  dossier: seriesTag,
  personne: personTag,
}

/** The cache tags of one address: `/`, `/tag/x/`, `/tag/x/page/2/`, `/category/a/b/`, `/2019/03/`, a feed, a sitemap, or an article's. */
export function tagsOfPath(path: string): string[] {
  const whole = `/${path.split(/[?#]/)[0] ?? ''}/`.replace(/\/{2,}/g, '/')
  const clean = whole.replace(/(?:page\/\d+|feed(?:\/(?:atom|json))?)\/$/, '')
  const [, type = '', slugs = ''] = /^\/(tag|category|dossier|personne)\/(.+?)\/$/.exec(clean) ?? []
  const slug = slugs.split('/').at(-1)
  if (slug) return [TERM_TAGS[type]?.(slug) ?? pathTag(clean)]
  const [, date] = /^\/(\d{4}(?:\/\d{2}(?:\/\d{2})?)?)\/$/.exec(clean) ?? []
  if (date) return [dateTag(date.replaceAll('/', '-'))]
  if (/^\/(?:news-)?sitemap[^/]*\.xml\/$/.test(clean)) return [sitemapTag]
  return ['/', '/archives/', '/etiquettes/', '/personnes/'].includes(clean) ? [homeTag] : [pathTag(clean)]
}
