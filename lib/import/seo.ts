import type { ArticleInput } from '../articles/save.ts'
import { isSafeHref } from '../document/validate.ts'
import { pathOf } from '../routes.ts'
import { site } from '../site.ts'
import type { Flag } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** Fields of Yoast, then of SEOPress. */
const KEYS = {
  title: ['_yoast_wpseo_title', '_seopress_titles_title'],
  description: ['_yoast_wpseo_metadesc', '_seopress_titles_desc'],
  canonical: ['_yoast_wpseo_canonical', '_seopress_robots_canonical'],
} as const

type Seo = Pick<ArticleInput, 'seoTitle' | 'seoDescription' | 'canonical' | 'noindex'>

const firstOf = ({ meta }: SourceItem, keys: readonly string[]): string =>
  keys.map((key) => meta[key]?.trim() ?? '').find((value) => value !== '') ?? ''

/** Their variables that mean something here, by name. */
function variables(item: SourceItem, title: string): Record<string, string> {
  return {
    title,
    post_title: title,
    sitename: site.name,
    sitetitle: site.name,
    sitedesc: site.tagline,
    tagline: site.tagline,
    excerpt: item.excerpt,
    excerpt_only: item.excerpt,
    post_excerpt: item.excerpt,
    sep: '–',
    page: '',
  }
}

/** The text with its `%%variables%%` filled; null when one of them means nothing here. */
function filled(text: string, values: Record<string, string>): string | null {
  const names = [...text.matchAll(/%%([\w-]{1,60})%%/g)].map(([, name]) => name ?? '')
  if (names.some((name) => !Object.hasOwn(values, name))) return null
  const full = text.replace(/%%([\w-]{1,60})%%/g, (_all, name: string) => values[name] ?? '')
  return full.replace(/\s+/gu, ' ').trim() || null
}

/** An address of the old site is one of this site; null for what may not be stored. */
function canonicalOf(address: string, item: SourceItem): string | null {
  if (!isSafeHref(address) || !URL.canParse(address, item.site || undefined)) return null
  const url = new URL(address, item.site || undefined)
  const isOwn = URL.canParse(item.site) && new URL(item.site).host === url.host
  return isOwn ? pathOf(url.pathname.split('/').filter((part) => part !== '')) : url.href
}

/** What a plugin told search engines of an item; what cannot be taken over is in the flags. */
export function seoOf(item: SourceItem, title: string): { seo: Seo; flags: Flag[] } {
  const values = variables(item, title)
  const [seoTitle, description] = [firstOf(item, KEYS.title), firstOf(item, KEYS.description)]
  const address = firstOf(item, KEYS.canonical)
  const seo: Seo = {
    seoTitle: filled(seoTitle, values),
    seoDescription: filled(description, values),
    canonical: address === '' ? null : canonicalOf(address, item),
    noindex:
      item.meta['_yoast_wpseo_meta-robots-noindex'] === '1' || item.meta._seopress_robots_index === 'yes',
  }
  const lost = [
    seo.seoTitle === null ? seoTitle : '',
    seo.seoDescription === null ? description : '',
    seo.canonical === null ? address : '',
  ].filter((text) => text !== '')
  return {
    seo,
    flags: lost.map((detail) => ({ code: 'seo-ignored', detail, confidence: null, span: null })),
  }
}
