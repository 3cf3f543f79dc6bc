import type { ArticleInput, TermInput } from '../articles/save.ts'
import { decodePart, pathOf } from '../routes.ts'
import type { Converted } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { instantOf } from './dates.ts'

/** From a converted item to what `saveArticle` takes. Pure. */

/** Types that become articles or pages; the others are named in the report. */
export function articleType(type: string): ArticleInput['type'] | null {
  return type === 'post' ? 'article' : type === 'page' ? 'page' : null
}

/** Statuses that are no content; the reason is for the report. */
export function skipReason(item: SourceItem): string | null {
  if (item.status === 'trash') return 'à la corbeille'
  if (item.status === 'auto-draft') return 'brouillon automatique, jamais enregistré'
  if (item.status === 'inherit') return 'révision'
  return null
}

/** Only what WordPress showed to everybody is shown here: any other status, or a password, makes a draft. */
export function statusOf(item: SourceItem, publishedAt: Date | null, now: Date): ArticleInput['status'] {
  if (item.password !== '' || publishedAt === null) return 'draft'
  if (item.status === 'future' || (item.status === 'publish' && publishedAt > now)) return 'scheduled'
  return item.status === 'publish' ? 'published' : 'draft'
}

/** The permalink: the source's own; a dump gives none, so the slug stands alone. */
export function permalinkOf(item: SourceItem): string {
  const link = URL.canParse(item.link) ? new URL(item.link) : null
  if (link && link.pathname !== '/') return pathOf(link.pathname.split('/').filter((part) => part !== ''))
  return pathOf([item.slug || `${item.type}-${item.id}`])
}

function termsOf(item: SourceItem, taxonomy: string): TermInput[] {
  return item.terms
    .filter((term) => term.taxonomy === taxonomy && term.slug !== '')
    .map(({ slug, name, parent }) => ({ slug: decodePart(slug), name: name || slug, parent }))
}

export function toArticle(
  item: SourceItem,
  converted: Converted,
  coverId: string | null,
  now: Date,
): ArticleInput {
  const publishedAt = instantOf(item.dateGmt, item.date)
  return {
    type: articleType(item.type) ?? 'article',
    path: permalinkOf(item),
    slug: decodePart(item.slug) || `${item.type}-${item.id}`,
    kind: converted.kind,
    title: converted.title,
    legacyTitle: converted.legacyTitle,
    standfirst: converted.standfirst,
    status: statusOf(item, publishedAt, now),
    publishedAt,
    updatedAt: null,
    sourceModifiedAt: instantOf(item.modifiedGmt, item.modified),
    commentsOpen: item.commentsOpen,
    coverId,
    credits: converted.credits,
    tags: termsOf(item, 'post_tag'),
    categories: termsOf(item, 'category'),
    document: converted.document,
  }
}
