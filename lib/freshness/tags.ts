import { createHash } from 'node:crypto'

/** Cache tags: the names under which pages are remembered and refreshed. */

export const homeTag = 'home'
/** The list of sections that every page's header shows. */
export const sectionsTag = 'sections'

/** Next refuses tags over 256 characters, and separates them by commas in a header of ASCII. */
function asTag(prefix: string, name: string): string {
  const encoded = encodeURI(name.normalize()).replaceAll(',', '%2C')
  return encoded.length <= 200
    ? `${prefix}:${encoded}`
    : `${prefix}:${createHash('sha256').update(encoded).digest('hex')}`
}

/** A path of the site: its article, its redirect, or its absence. */
export const pathTag = (path: string): string => asTag('path', path)
export const articleTag = (id: number): string => `article:${id}`
export const tagTag = (slug: string): string => asTag('tag', slug)
export const categoryTag = (slug: string): string => asTag('category', slug)
export const seriesTag = (slug: string): string => asTag('series', slug)
export const personTag = (slug: string): string => asTag('person', slug)

/** The lists of a year, `date:2019`, or of a month and its days, `date:2019-03`. */
export const dateTag = (date: string): string => `date:${date}`

/** What a reader can see of an article: enough to know which pages show it. */
export type ArticleState = {
  id: number
  path: string
  /** Published, and its time has come. */
  visible: boolean
  tags: string[]
  /** With the categories above them. */
  categories: string[]
  /** Old addresses that lead to the article. */
  redirects: string[]
  /** The month of its publication in the magazine's time zone, `2019-03`; null for a page. */
  month: string | null
}

/**
 * Every cache tag that a change of one article touches. `before` is null when it is new, `after` when it is deleted.
 * What nobody could see before and nobody can see after touches nothing.
 */
export function touchedTags(before: ArticleState | null, after: ArticleState | null): string[] {
  const states = [before, after].filter((state) => state?.visible)
  const touched = new Set<string>()
  for (const state of [before, after]) {
    if (!state || states.length === 0) continue
    touched.add(articleTag(state.id))
    touched.add(pathTag(state.path))
    for (const path of state.redirects) touched.add(pathTag(path))
  }
  for (const state of states) {
    if (!state) continue
    touched.add(homeTag)
    for (const slug of state.tags) touched.add(tagTag(slug))
    for (const slug of state.categories) touched.add(categoryTag(slug))
    if (state.month) for (const date of [state.month, state.month.slice(0, 4)]) touched.add(dateTag(date))
  }
  return [...touched].sort()
}

/** The cache tags of one address: `/` , `/tag/x/`, `/tag/x/page/2/`, `/category/a/b/`, `/2019/03/`, a feed, or an article's. */
export function tagsOfPath(path: string): string[] {
  const whole = `/${path.split(/[?#]/)[0] ?? ''}/`.replace(/\/{2,}/g, '/')
  const clean = whole.replace(/(?:page\/\d+|feed)\/$/, '')
  const archive = /^\/(tag|category)\/(.+?)\/$/.exec(clean)
  const slug = archive?.[2]?.split('/').at(-1)
  if (slug) return [archive?.[1] === 'tag' ? tagTag(slug) : categoryTag(slug)]
  const [, year, month] = /^\/(\d{4})\/(?:(\d{2})\/(?:\d{2}\/)?)?$/.exec(clean) ?? []
  if (year) return [dateTag(month ? `${year}-${month}` : year)]
  return clean === '/' || clean === '/archives/' ? [homeTag] : [pathTag(clean)]
}
