import { sanitizeTitle } from './sanitize-title.ts'
import { type SourceComment, type SourceItem, type SourceTerm, toWhole } from './source.ts'
import type { WxrElement } from './wxr-elements.ts'

/** Text of the first child of that name, without the spaces around it; '' when there is none. */
export const field = (element: WxrElement, name: string) => rawField(element, name).trim()

function rawField(element: WxrElement, name: string): string {
  for (const child of element.children) if (child.name === name) return child.text
  return ''
}

function childrenNamed(element: WxrElement, name: string): WxrElement[] {
  const named: WxrElement[] = []
  for (const child of element.children) if (child.name === name) named.push(child)
  return named
}

/** A field that holds a number. */
export const numberField = (element: WxrElement, name: string) => toWhole(field(element, name))

/**
 * One `<item>` of a WXR file. `findTerm` gives a term the channel declares, with its id and parent.
 * Junk and binned comments are left out and counted in the warnings.
 */
export function toSourceItem(
  item: WxrElement,
  site: string,
  findTerm: (taxonomy: string, slug: string) => SourceTerm | undefined,
): SourceItem {
  const comments = childrenNamed(item, 'wp:comment').map(toComment)
  const kept = comments.filter(({ status }) => !isDiscarded(status))
  const status = field(item, 'wp:status')
  const slug = field(item, 'wp:post_name')
  return {
    format: 'wxr',
    site,
    id: numberField(item, 'wp:post_id'),
    type: field(item, 'wp:post_type') || 'post',
    status,
    title: field(item, 'title'),
    slug,
    link: field(item, 'link'),
    guid: field(item, 'guid'),
    content: rawField(item, 'content:encoded'),
    excerpt: rawField(item, 'excerpt:encoded'),
    date: field(item, 'wp:post_date'),
    dateGmt: field(item, 'wp:post_date_gmt'),
    modified: field(item, 'wp:post_modified'),
    modifiedGmt: field(item, 'wp:post_modified_gmt'),
    creator: field(item, 'dc:creator'),
    password: field(item, 'wp:post_password'),
    parent: numberField(item, 'wp:post_parent'),
    menuOrder: numberField(item, 'wp:menu_order'),
    sticky: field(item, 'wp:is_sticky') === '1',
    commentsOpen: field(item, 'wp:comment_status') === 'open',
    mimeType: field(item, 'wp:post_mime_type'),
    attachmentUrl: field(item, 'wp:attachment_url'),
    terms: childrenNamed(item, 'category').flatMap((category) => toTerm(category, findTerm)),
    meta: toMeta(childrenNamed(item, 'wp:postmeta')),
    comments: kept,
    lostBytes: 0,
    warnings: [
      ...item.warnings,
      ...(status === 'publish' && slug === ''
        ? ['wp:post_name absent : la source ne donne pas d’adresse courte']
        : []),
      ...(kept.length < comments.length
        ? [`commentaires indésirables ou à la corbeille, laissés de côté : ${comments.length - kept.length}`]
        : []),
    ],
  }
}

/** WordPress keeps `1`, `0`, `spam`, `trash` or `post-trashed` here. */
const isDiscarded = (status: string) =>
  status === 'spam' || status.endsWith('trash') || status.endsWith('trashed')

function toComment(comment: WxrElement): SourceComment {
  return {
    id: numberField(comment, 'wp:comment_id'),
    parent: numberField(comment, 'wp:comment_parent'),
    author: field(comment, 'wp:comment_author'),
    authorUrl: field(comment, 'wp:comment_author_url'),
    date: field(comment, 'wp:comment_date'),
    content: rawField(comment, 'wp:comment_content'),
    status: field(comment, 'wp:comment_approved'),
    type: field(comment, 'wp:comment_type') || 'comment',
  }
}

/** Exports of WordPress 3.0 and before say `tag`, and give each term a second time without a domain. */
function toTerm(
  category: WxrElement,
  findTerm: (taxonomy: string, slug: string) => SourceTerm | undefined,
): SourceTerm[] {
  const domain = category.attributes.get('domain')
  if (!domain) return []
  const taxonomy = domain === 'tag' ? 'post_tag' : domain
  const name = category.text.trim()
  const slug = category.attributes.get('nicename') || sanitizeTitle(name)
  const declared = findTerm(taxonomy, slug)
  return [{ taxonomy, id: declared?.id ?? null, slug, name, parent: declared?.parent ?? null }]
}

const MANY_VALUES: ReadonlySet<string> = new Set(['_wp_old_slug', '_wp_old_date', 'enclosure'])

/**
 * Raw values, serialised PHP left as it is. Of a repeated key the first value counts, as WordPress reads it; former
 * slugs and dates, and podcast files, are all kept, one below the other.
 */
function toMeta(postmetas: WxrElement[]): Record<string, string> {
  const values = new Map<string, string>()
  for (const postmeta of postmetas) {
    const key = field(postmeta, 'wp:meta_key')
    const value = rawField(postmeta, 'wp:meta_value')
    const first = values.get(key)
    if (first === undefined) values.set(key, value)
    else if (MANY_VALUES.has(key)) values.set(key, `${first}\n${value}`)
  }
  return Object.fromEntries(values)
}
