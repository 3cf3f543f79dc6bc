import { z } from 'zod'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { check } from '../document/check.ts'
import { partsOf, readListing } from '../routes.ts'
import { site } from '../site.ts'
import { readPictures } from './pictures.ts'
import { countOfTerm, countPublished, newestFirst, ofPerson, ofTerm, published, visible } from './queries.ts'
import { cardSelect, toCard, toListingTerm } from './reshape.ts'
import { readSounds } from './sounds.ts'
import type { Feed, FeedItem } from './types.ts'

const feedSelect = {
  ...cardSelect,
  document: true,
  updatedAt: true,
  source: { select: { item: true } },
} satisfies Prisma.ArticleSelect
type FeedRow = Prisma.ArticleGetPayload<{ select: typeof feedSelect }>

const sourceItem = z.object({ guid: z.string().min(1) })

async function toFeedItem(database: Database, row: FeedRow): Promise<FeedItem> {
  const document = check(row.document)
  const guid = sourceItem.safeParse(row.source?.item)
  return {
    ...toCard(row),
    guid: guid.success ? guid.data.guid : null,
    updatedAt: row.updatedAt?.toISOString() ?? null,
    terms: row.terms.map(({ term }) => term.name),
    document,
    pictures: await readPictures(database, document),
    sounds: await readSounds(document),
  }
}

/** What a feed follows: its heading, null for the whole magazine, and its rows. */
type Followed = { title: string | null; description: string; total: number; rows: FeedRow[] }
type Range = { skip: number; take: number; now: Date }

async function followListing(database: Database, path: string, range: Range): Promise<Followed | null> {
  const listing = path === '/' ? 'all' : readListing(path)?.listing
  if (!listing) return null
  const total = await database.article.count(countPublished(listing, range.now))
  const query = published(listing, range.now, range.skip, range.take)
  const rows = await database.article.findMany({ ...query, select: feedSelect })
  const title = listing === 'all' ? null : toListingTerm(listing).name
  return listing !== 'all' && total === 0 ? null : { title, description: '', total, rows }
}

const TERM_TYPES = { tag: 'tag', category: 'category', dossier: 'series' } as const
const isTermPlace = (place: string): place is keyof typeof TERM_TYPES => Object.hasOwn(TERM_TYPES, place)

async function followTerm(database: Database, path: string, range: Range): Promise<Followed | null> {
  const [place = '', ...slugs] = partsOf(path)
  const slug = slugs.at(-1)
  if (!isTermPlace(place) || slug === undefined) return null
  const type = TERM_TYPES[place]
  const term = await database.term.findUnique({ where: { type_slug: { type, slug } } })
  if (!term) return null
  const { skip, take, now } = range
  const total = await database.articleTerm.count(countOfTerm(term.id, now))
  const query = { ...ofTerm(term.id, now, skip, take), select: { article: { select: feedSelect } } }
  const rows = (await database.articleTerm.findMany(query)).map(({ article }) => article)
  return total === 0 ? null : { title: term.name, description: term.description, total, rows }
}

async function followPerson(database: Database, path: string, range: Range): Promise<Followed | null> {
  const [place, slug, ...others] = partsOf(path)
  if (place !== 'personne' || slug === undefined || others.length > 0) return null
  const person = await database.person.findUnique({ where: { slug } })
  if (!person) return null
  const where = ofPerson(person.id, range.now)
  const total = await database.article.count({ where })
  const { skip, take } = range
  const rows = await database.article.findMany({
    where,
    orderBy: newestFirst,
    skip,
    take,
    select: feedSelect,
  })
  return total === 0 ? null : { title: person.name, description: person.bio, total, rows }
}

async function followArticle(database: Database, path: string, { now }: Range): Promise<Followed | null> {
  const row = await database.article.findFirst({ where: { path, ...visible(now) }, select: feedSelect })
  return row && { title: row.title, description: row.standfirst || row.excerpt, total: 1, rows: [row] }
}

/** `/tag/x/page/2/` → `/tag/x/` and 2. */
export function splitFeedPage(path: string): { place: string; page: number } {
  const [, place, number] = /^(.*\/)page\/([1-9]\d{0,5})\/$/.exec(path) ?? []
  return place === undefined ? { place: path, page: 1 } : { place, page: Number(number) }
}

/**
 * The feed of the page at `path`: the newest articles of all, of a tag, a category, a series, a person, a date, or an
 * article alone; `…/page/2/` for those before. Nobody comments here, and what readers of the old site wrote stands
 * under its article: the feed of comments is there and empty. Null when there is no such page.
 */
export async function readFeed(database: Database, path: string, now: Date): Promise<Feed | null> {
  const { place, page } = splitFeedPage(path)
  const made = { madeAt: now.toISOString(), page }
  if (place === '/comments/')
    return {
      ...made,
      title: `Commentaires — ${site.name}`,
      description: '',
      path: '/',
      pageCount: 1,
      items: [],
    }
  const range = { skip: (page - 1) * site.pageSize, take: site.pageSize, now }
  const found =
    (await followListing(database, place, range)) ??
    (await followTerm(database, place, range)) ??
    (await followPerson(database, place, range)) ??
    (page === 1 ? await followArticle(database, place, range) : null)
  if (!found || (page > 1 && found.rows.length === 0)) return null
  return {
    ...made,
    title: found.title === null ? site.name : `${found.title} — ${site.name}`,
    description: found.description || site.tagline,
    path: place,
    pageCount: Math.max(1, Math.ceil(found.total / site.pageSize)),
    items: await Promise.all(found.rows.map((row) => toFeedItem(database, row))),
  }
}
