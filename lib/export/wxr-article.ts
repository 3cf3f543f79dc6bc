import type { readExport } from '../articles/export.ts'
import { check } from '../document/check.ts'
import { instantOf } from '../import/dates.ts'
import { kindLabels } from '../site.ts'
import { SERIES_TAXONOMIES } from '../wordpress/source.ts'
import { readTitle } from '../wordpress/title.ts'
import type { StoredItem } from './stored-item.ts'
import { gmtDate, localDate } from './wordpress-dates.ts'
import { wordpressHtml } from './wordpress-html.ts'
import type { WxrItem } from './wxr-item.ts'

/** From an article to an item of WordPress. What the source said is kept wherever the article still says the same. */

export type ExportedArticle = Awaited<ReturnType<ReturnType<typeof readExport>['next']>>['value'] & object

/** Where the article stands in the WordPress that the file is for. */
export type Place = { id: number; site: string; coverId: number | null; byline: string }

/** The title with its section in front, as WordPress had it. */
function titleOf({ title, legacyTitle, kind }: ExportedArticle): string {
  if (legacyTitle !== '' && readTitle(legacyTitle).title === title) return legacyTitle
  const label = Object.entries(kindLabels).find(([name]) => name === kind)?.[1]
  return label ? `${label} / ${title}` : title
}

const STATUSES = { published: 'publish', scheduled: 'future', draft: 'draft', archived: 'private' }
/** Words of WordPress for what is a draft here. */
const UNPUBLISHED = ['draft', 'pending', 'private']

function statusOf({ status }: ExportedArticle, stored: StoredItem): string {
  if (status !== 'draft') return STATUSES[status]
  return stored.password !== '' || UNPUBLISHED.includes(stored.status) ? stored.status : 'draft'
}

/** The source's own clock as long as it tells the same instant. */
function datesOf(instant: Date | null, local: string, gmt: string): { local: string; gmt: string } {
  if (instantOf(gmt, local)?.getTime() === instant?.getTime()) return { local, gmt }
  return instant ? { local: localDate(instant), gmt: gmtDate(instant) } : { local, gmt }
}

function termsOf(article: ExportedArticle, stored: StoredItem): WxrItem['terms'] {
  const named = (taxonomy: string, terms: ExportedArticle['tags']) =>
    terms.map((term) => ({ taxonomy, slug: encodeURIComponent(term.slug), name: term.name }))
  const isHere = (taxonomy: string) =>
    taxonomy === 'category' || taxonomy === 'post_tag' || SERIES_TAXONOMIES.has(taxonomy)
  return [
    ...named('category', article.categories),
    ...named('post_tag', article.tags),
    ...named('series', article.series),
    ...stored.terms.filter(({ taxonomy }) => !isHere(taxonomy)),
  ]
}

/** Notes of the block editor stand in the content now; `part` is the article's place in its series. */
function metaOf({ meta }: StoredItem, coverId: number | null, part: number | null): Record<string, string> {
  const { footnotes: _footnotes, _thumbnail_id, _series_part, ...others } = meta
  return {
    ...others,
    ...(coverId === null ? {} : { _thumbnail_id: String(coverId) }),
    ...(part === null ? {} : { _series_part: String(part) }),
  }
}

/** The article as an item of WXR. */
export function wxrArticle(article: ExportedArticle, stored: StoredItem, place: Place): WxrItem {
  const document = check(article.document)
  const people = article.credits.map(({ name, role }) => ({ name, role }))
  const dates = datesOf(article.publishedAt, stored.date, stored.dateGmt)
  const modified = datesOf(article.sourceModifiedAt, stored.modified, stored.modifiedGmt)
  const hasStandfirst = document.content.some(({ type }) => type === 'standfirst')
  return {
    id: place.id,
    type: article.source?.type ?? (article.type === 'page' ? 'page' : 'post'),
    status: statusOf(article, stored),
    title: titleOf(article),
    link: `${place.site}${encodeURI(article.path)}`,
    guid: stored.guid || `${place.site}/?p=${place.id}`,
    slug: encodeURIComponent(article.slug),
    creator: stored.creator || 'redaction',
    content: wordpressHtml(document, { people, text: place.byline }),
    excerpt: stored.excerpt || (hasStandfirst ? '' : article.standfirst),
    date: dates.local,
    dateGmt: dates.gmt,
    modified: modified.local,
    modifiedGmt: modified.gmt,
    password: stored.password,
    parent: stored.parent,
    menuOrder: stored.menuOrder,
    sticky: stored.sticky,
    commentsOpen: article.commentsOpen,
    attachmentUrl: '',
    terms: termsOf(article, stored),
    meta: metaOf(stored, place.coverId, article.series[0]?.position ?? null),
    comments: stored.comments,
  }
}
