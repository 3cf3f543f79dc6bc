import { z } from 'zod'
import type { Prisma, TermType } from '../../generated/prisma/client.ts'
import { formatDate, formatMonth, instantInZone, zonedClock } from '../dates.ts'
import { ROLES } from '../document/schema.ts'
import { type Listing, listingPath, seriesPath } from '../routes.ts'
import type { ArticleKind } from '../wordpress/draft.ts'
import type { Archive, ArticleCard, MonthOfArticles, Picture, TermLink } from './types.ts'

/** From rows of the database to the site's own types. Pure. */

export const pictureSelect = {
  id: true,
  file: true,
  mimeType: true,
  width: true,
  height: true,
  alt: true,
  credit: true,
  placeholder: true,
  sizes: true,
  focalX: true,
  focalY: true,
} satisfies Prisma.MediaSelect

export const cardSelect = {
  id: true,
  path: true,
  kind: true,
  title: true,
  standfirst: true,
  excerpt: true,
  publishedAt: true,
  readingMinutes: true,
  cover: { select: pictureSelect },
  credits: {
    orderBy: { position: 'asc' },
    select: { role: true, person: { select: { slug: true, name: true } } },
  },
  terms: {
    where: { inherited: false },
    orderBy: { term: { name: 'asc' } },
    select: { term: { select: { type: true, slug: true, name: true } } },
  },
} satisfies Prisma.ArticleSelect

export const seoSelect = {
  seoTitle: true,
  seoDescription: true,
  canonical: true,
  noindex: true,
} satisfies Prisma.ArticleSelect

type PictureRow = Prisma.MediaGetPayload<{ select: typeof pictureSelect }>
type CardRow = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>
type TermRow = { type: TermType; slug: string; name: string }

const sizes = z.array(z.object({ file: z.string(), width: z.number(), type: z.string() }))
const kinds = z.enum(['interview', 'report', 'focus', 'write-up'])
const roles = z.enum(ROLES)

export const readRole = (role: string) => roles.parse(role)

export const mediaPath = (file: string): string => `/media/${file}`

export function readKind(kind: string | null): ArticleKind | null {
  return kind === null ? null : kinds.parse(kind)
}

/** Null for a stored file that is no picture. */
export function toPicture(row: PictureRow): Picture | null {
  if (!row.mimeType.startsWith('image/') || row.width === null || row.height === null) return null
  return {
    id: row.id,
    src: mediaPath(row.file),
    width: row.width,
    height: row.height,
    alt: row.alt,
    credit: row.credit,
    placeholder: row.placeholder,
    focus: row.focalX === null || row.focalY === null ? null : { x: row.focalX, y: row.focalY },
    sizes: sizes.parse(row.sizes).map(({ file, width, type }) => ({ src: mediaPath(file), width, type })),
  }
}

export function toTermLink({ type, slug, name }: TermRow): TermLink {
  return { path: type === 'series' ? seriesPath(slug) : `/${type}/${slug}/`, slug, name }
}

export function toCard(row: CardRow): ArticleCard {
  const section = row.terms.map(({ term }) => term).find((term) => term.type === 'category')
  return {
    id: row.id,
    path: row.path,
    kind: readKind(row.kind),
    section: section ? toTermLink(section) : null,
    title: row.title,
    standfirst: row.standfirst || row.excerpt,
    publishedAt: row.publishedAt?.toISOString() ?? '',
    readingMinutes: row.readingMinutes,
    credits: row.credits.map(({ role, person }) => ({ role: readRole(role), person })),
    cover: row.cover ? toPicture(row.cover) : null,
  }
}

function listingName(listing: Listing): string {
  if (listing === 'all') return 'Tous les articles'
  const { year, month, day } = listing
  if (month === null) return String(year)
  return day === null ? formatMonth(year, month) : formatDate(instantInZone(year, month, day).toISOString())
}

/** The heading of a list that no term stands for. */
export function toListingTerm(listing: Listing): Archive['term'] {
  const path = listingPath({ listing, page: 1 })
  return { path, slug: path, name: listingName(listing), description: '' }
}

/** Counts by month of the magazine's time zone, in the order given. */
export function countMonths(dates: readonly Date[]): MonthOfArticles[] {
  const months = Map.groupBy(dates, (date) => zonedClock(date).slice(0, 7))
  return [...months].map(([key, { length }]) => {
    const [year, month] = [Number(key.slice(0, 4)), Number(key.slice(5))]
    const listing = { year, month, day: null }
    return { year, name: listingName(listing), path: listingPath({ listing, page: 1 }), count: length }
  })
}
