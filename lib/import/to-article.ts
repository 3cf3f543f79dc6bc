import type { ArticleInput } from '../articles/save.ts'
import type { SeriesInput, TermInput } from '../articles/terms.ts'
import type { Document } from '../document/types.ts'
import { articlePath } from '../old-addresses.ts'
import { encodePath, pathOf, slugOf } from '../routes.ts'
import type { Converted, Flag } from '../wordpress/draft.ts'
import { SERIES_TAXONOMIES, type SourceItem } from '../wordpress/source.ts'
import { instantOf } from './dates.ts'
import { pathOfLink } from './former-addresses.ts'
import { articleType } from './left-out.ts'
import { occasionOf } from './occasion.ts'
import { seoOf } from './seo.ts'
import { signaturesOf } from './signatures.ts'
import type { SiteFacts } from './site-facts.ts'

/** From a converted item to what `saveArticle` takes. Pure. */

/** Only what WordPress showed to everybody is shown here: any other status, or a password, makes a draft. */
export function statusOf(item: SourceItem, publishedAt: Date | null, now: Date): ArticleInput['status'] {
  if (item.password !== '' || publishedAt === null) return 'draft'
  if (item.status === 'future' || (item.status === 'publish' && publishedAt > now)) return 'scheduled'
  return item.status === 'publish' ? 'published' : 'draft'
}

/** Sitemaps take no longer address, and WordPress makes none. */
const LONGEST_PATH = 2000

/** The source's own permalink; a dump gives none, so the slug stands alone. An address too long names the id. */
function sourcePath(item: SourceItem): string {
  const numbered = pathOf([`${item.type}-${item.id}`])
  const path = pathOfLink(item.link) ?? (item.slug === '' ? numbered : pathOf([item.slug]))
  return encodePath(path).length > LONGEST_PATH ? numbered : path
}

/** The permalink: the source's own, unless something else of the site answers there. */
export const permalinkOf = (item: SourceItem): string => articlePath(sourcePath(item), item.id)

function movedFlags(item: SourceItem): Flag[] {
  const [from, to] = [sourcePath(item), permalinkOf(item)]
  return from === to ? [] : [{ code: 'path-taken', detail: `${from} → ${to}`, confidence: null, span: null }]
}

function termsOf(item: SourceItem, taxonomy: string): TermInput[] {
  return item.terms
    .filter((term) => term.taxonomy === taxonomy && term.slug !== '')
    .map(({ slug, name, parent }) => ({
      slug: slugOf(slug),
      name: name || slug,
      parent: parent && slugOf(parent),
    }))
}

/** The series of an item, with its part where the plugin says it: of this series, or of the one it had then. */
function seriesOf(item: SourceItem): SeriesInput[] {
  const terms = item.terms.filter(({ taxonomy, slug }) => SERIES_TAXONOMIES.has(taxonomy) && slug !== '')
  return terms.map(({ id, slug, name }) => {
    const part = Number(item.meta[`_series_part_${id}`] ?? item.meta._series_part)
    const position = Number.isSafeInteger(part) && part > 0 && part < 10_000 ? part : null
    return { slug: slugOf(slug), name: name || slug, parent: null, position }
  })
}

/** The day of the last update or correction that the article declares, at noon; null when it declares none. */
function lastChange(document: Document): Date | null {
  const credits = document.content.flatMap((part) => (part.type === 'credits' ? part.content : []))
  const days = credits
    .filter(({ attrs }) => attrs.kind === 'update' || attrs.kind === 'correction')
    .flatMap(({ attrs }) => attrs.date ?? [])
    .sort()
  const last = days.at(-1)
  return last && !Number.isNaN(Date.parse(last)) ? new Date(`${last}T12:00:00Z`) : null
}

/** Signatures of Co-Authors Plus count where the text has no byline. */
export function toArticle(
  item: SourceItem,
  converted: Converted,
  facts: SiteFacts,
  now: Date,
): { article: ArticleInput; flags: Flag[] } {
  const publishedAt = instantOf(item.dateGmt, item.date)
  const signatures = signaturesOf(item, facts)
  const { seo, flags } = seoOf(item, converted.title)
  const article: ArticleInput = {
    type: articleType(item, facts) ?? 'article',
    path: permalinkOf(item),
    slug: slugOf(item.slug) || `${item.type}-${item.id}`,
    kind: converted.kind,
    title: converted.title,
    legacyTitle: converted.legacyTitle,
    standfirst: converted.standfirst,
    status: statusOf(item, publishedAt, now),
    publishedAt,
    updatedAt: lastChange(converted.document),
    sourceModifiedAt: instantOf(item.modifiedGmt, item.modified),
    commentsOpen: item.commentsOpen,
    sticky: item.sticky,
    featuredAt: item.sticky ? publishedAt : null,
    ...occasionOf(converted, item.date.slice(0, 10)),
    ...seo,
    coverId: coverOf(item, facts),
    credits: converted.credits.length > 0 ? converted.credits : signatures.credits,
    tags: termsOf(item, 'post_tag'),
    categories: termsOf(item, 'category'),
    series: seriesOf(item),
    document: converted.document,
  }
  const lostCover =
    item.meta._thumbnail_id && article.coverId === null
      ? [{ code: 'cover-missing', detail: item.meta._thumbnail_id, confidence: null, span: null }]
      : []
  return { article, flags: [...signatures.flags, ...flags, ...lostCover, ...movedFlags(item)] }
}

function coverOf({ meta }: SourceItem, { shelf }: SiteFacts): string | null {
  const id = Number(meta._thumbnail_id ?? Number.NaN)
  return Number.isSafeInteger(id) ? (shelf.mediaOf(id, null)?.id ?? null) : null
}
