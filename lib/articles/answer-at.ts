import { database } from '../db.ts'
import type { Answer } from '../freshness/receipt.ts'
import { readOldQuery } from '../old-addresses.ts'
import { encodePath, partsOf, readListing } from '../routes.ts'
import { getFeed, getFeedRedirect } from './feeds.ts'
import {
  getArticle,
  getCategoryArchive,
  getHome,
  getListing,
  getMonths,
  getRedirect,
  getTagArchive,
} from './read.ts'
import { resolveAddress } from './resolve.ts'
import { revisionOf } from './revision.ts'
import type { Archive } from './types.ts'
import { findWithdrawn, getWithdrawn } from './withdrawn.ts'

/** What the site answers at an address, from the reads of its pages: a receipt compares servers with it. */

const seen = (shown: object): Answer => ({ status: 200, mark: revisionOf(shown) })
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

async function pageAt(path: string): Promise<Answer | null> {
  if (path === '/') return shows(await getHome())
  if (/^\/(?:tag|category)\//.test(path)) return termArchive(path)
  const article = await getArticle(path)
  if (article) return shows(article)
  const listing = readListing(path)
  if (listing) return atPage(await getListing(path), listing.page)
  return path === '/archives/' ? shows(await getMonths()) : null
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

/** What a reader gets at a path of the site, decoded, with its slashes, or at a query of its root. */
export async function answerAt(path: string): Promise<Answer> {
  if (path.startsWith('/?')) return queryAt(path.slice(2))
  if (partsOf(path).at(-1) === 'feed') {
    const followed = path.replace(/feed\/$/, '')
    const feed = await getFeed(followed)
    return feed ? seen(feed.items) : absenceAt(followed, await getFeedRedirect(followed))
  }
  const page = await pageAt(path)
  if (page) return page
  const target = await getRedirect(path)
  return absenceAt(path, target && encodePath(target))
}
