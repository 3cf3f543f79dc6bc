import { database } from '../db.ts'
import type { Answer } from '../freshness/receipt.ts'
import { readOldQuery } from '../old-addresses.ts'
import { archivesPath, encodePath, peoplePath, personPath, readListing, tagsPath } from '../routes.ts'
import { getComments } from './comments.ts'
import { getFeed, getFeedRedirect, shownIn } from './feeds.ts'
import { getPreviewSource } from './previews.ts'
import {
  getArticle,
  getCategoryArchive,
  getHome,
  getListing,
  getMonths,
  getRedirect,
  getTagArchive,
  getTags,
} from './read.ts'
import { splitFeedPage } from './read-feed.ts'
import { getPeople, getPerson } from './read-people.ts'
import { getRelated } from './related.ts'
import { resolveAddress } from './resolve.ts'
import { revisionOf } from './revision.ts'
import { getSeries } from './series.ts'
import { getNews, getSitemap, getSitemapParts } from './sitemaps.ts'
import type { Archive } from './types.ts'
import { findWithdrawn, getWithdrawn } from './withdrawn.ts'

/** What the site answers at an address, from the reads of its pages: a receipt compares servers with it. */

const seen = (shown: object): Answer => ({ status: 200, mark: revisionOf(shown) })
const ABSENT: Answer = { status: 404, mark: null }
const shows = (shown: object | null): Answer | null => shown && seen(shown)

/** An address past the end of a list leads to its last page. */
function atPage(archive: Archive | null, asked: number): Answer | null {
  if (!archive || archive.page === asked) return shows(archive)
  const { term, page } = archive
  return { status: 308, mark: encodePath(page > 1 ? `${term.path}page/${page}/` : term.path) }
}

async function termArchive(path: string): Promise<Answer | null> {
  const [, type, slugs = '', page = '1'] =
    /^\/(tag|category)\/(.+?)\/(?:page\/(\d{1,6})\/)?$/.exec(path) ?? []
  const slug = slugs.split('/').at(-1)
  if (!slug) return null
  const read = type === 'tag' ? getTagArchive : getCategoryArchive
  return atPage(await read(slug, Number(page)), Number(page))
}

/** A page of somebody's pieces, or a series, which has one page. */
async function peopleOrSeries(path: string): Promise<Answer | null> {
  const [, type, slug = '', page = '1'] =
    /^\/(dossier|personne)\/([^/]+)\/(?:page\/(\d{1,6})\/)?$/.exec(path) ?? []
  if (type === 'dossier') return page === '1' ? shows(await getSeries(slug)) : null
  if (type !== 'personne') return null
  const person = await getPerson(slug, Number(page))
  if (!person || person.page === Number(page)) return shows(person)
  const first = personPath(person.slug)
  return { status: 308, mark: encodePath(person.page > 1 ? `${first}page/${person.page}/` : first) }
}

const INDEXES: Record<string, () => Promise<object>> = {
  [archivesPath]: getMonths,
  [peoplePath]: getPeople,
  [tagsPath]: getTags,
}

async function pageAt(path: string): Promise<Answer | null> {
  if (path === '/') return shows(await getHome())
  if (/^\/(?:tag|category)\//.test(path)) return termArchive(path)
  if (/^\/(?:dossier|personne)\//.test(path)) return peopleOrSeries(path)
  const article = await getArticle(path)
  if (article) {
    const [related, comments] = await Promise.all([getRelated(article.id), getComments(article.id)])
    return seen({ article, related, comments })
  }
  const listing = readListing(path)
  if (listing) return atPage(await getListing(path), listing.page)
  const read = INDEXES[path]
  return read ? shows(await read()) : null
}

/** An old address that is a query of the root: `/?p=7`. */
async function queryAt(text: string): Promise<Answer> {
  const client = await database()
  const query = new URLSearchParams(text)
  const found = await resolveAddress(client, '/', query, new Date())
  if (found) return { status: 301, mark: encodePath(found.to) }
  const gone = await findWithdrawn(client, readOldQuery(query)?.keys ?? [])
  return { status: gone ? 410 : 404, mark: null }
}

async function absenceAt(path: string, target: string | null): Promise<Answer> {
  if (target) return { status: 308, mark: target }
  return { status: (await getWithdrawn(path)) ? 410 : 404, mark: null }
}

/** The feed that follows a page, in any format; null for another address. */
async function feedAt(path: string): Promise<Answer | null> {
  const [, followed, format = ''] = /^(\/(?:.*\/)?)feed\/((?:atom|json)\/)?$/.exec(path) ?? []
  if (followed === undefined) return null
  const feed = await getFeed(followed)
  if (feed) return seen(shownIn(feed))
  const target = await getFeedRedirect(splitFeedPage(followed).place)
  const isFeed = target?.endsWith('/feed/')
  return absenceAt(followed, target && (isFeed ? `${target}${format}` : encodePath(target)))
}

/** A sitemap, or the preview of an article, whose address says what it shows; null for another address. */
async function fileAt(path: string): Promise<Answer | null> {
  if (path === '/sitemap.xml') return seen(await getSitemapParts())
  if (path === '/news-sitemap.xml') return seen(await getNews())
  const [, part] = /^\/sitemaps\/([^/]+)\.xml$/.exec(path) ?? []
  if (part !== undefined) return shows(await getSitemap(part)) ?? ABSENT
  const [, id] = /^\/apercu\/(\d{1,9})-[0-9a-f]{10}\.jpg$/.exec(path) ?? []
  if (id === undefined) return null
  return (await getPreviewSource(Number(id))) ? { status: 200, mark: null } : ABSENT
}

/** What a reader gets at a path of the site, decoded, with its slashes, or at a query of its root. */
export async function answerAt(path: string): Promise<Answer> {
  if (path.startsWith('/?')) return queryAt(path.slice(2))
  const file = (await feedAt(path)) ?? (await fileAt(path))
  if (file) return file
  const page = await pageAt(path)
  if (page) return page
  const target = await getRedirect(path)
  return absenceAt(path, target && encodePath(target))
}
