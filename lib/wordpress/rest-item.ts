import { plainHtml } from './plain-html.ts'
import { asWritten, unrender } from './rendered.ts'
import { type RestNames, toSourceTerm } from './rest-names.ts'
import { embeddedTerm, embeddedUser, isFile, isRecord, type RestItem, type RestText } from './rest-schema.ts'
import type { SourceItem, SourceTerm } from './source.ts'

/**
 * One post, page or file of the REST API. With `content.raw` (`context=edit`) it is as full as an export; without,
 * the content is what readers got, brought back as far as that goes.
 */
export function toSourceItem(item: RestItem, site: string, names: RestNames, odd: string[]): SourceItem {
  const ofLibrary = isFile(item)
  const body = textOf(ofLibrary ? item.description : item.content)
  const isRaw = ofLibrary || typeof item.content?.raw === 'string'
  const terms = termsOf(item, names)
  const isClosed = item.content?.protected === true && !isRaw
  return {
    format: isRaw ? 'rest' : 'rest-rendered',
    site,
    id: item.id,
    type: ofLibrary ? 'attachment' : (item.type ?? 'post'),
    status: item.status ?? 'publish',
    title: item.title?.raw ?? asWritten(item.title?.rendered ?? ''),
    slug: item.slug ?? '',
    link: item.link ?? '',
    guid: item.guid?.raw ?? item.guid?.rendered ?? '',
    content: body.html,
    excerpt: ofLibrary ? textOf(item.caption).html : excerptOf(item, body.html),
    date: localTime(item.date),
    dateGmt: localTime(item.date_gmt),
    modified: localTime(item.modified),
    modifiedGmt: localTime(item.modified_gmt),
    creator: creatorOf(item, names),
    password: isClosed ? 'inconnu' : (item.password ?? ''),
    parent: (ofLibrary ? item.post : item.parent) ?? 0,
    menuOrder: item.menu_order ?? 0,
    sticky: item.sticky ?? false,
    commentsOpen: item.comment_status === 'open',
    mimeType: item.mime_type ?? '',
    attachmentUrl: item.source_url ?? '',
    terms: terms.found,
    meta: metaOf(item),
    comments: names.comments.get(item.id) ?? [],
    lostBytes: 0,
    warnings: [
      ...odd,
      ...body.removed.map((block) => `ajout d’extension laissé de côté : ${block}`),
      ...terms.unnamed.map((id) => `terme ${id} : son nom n’est pas dans les fichiers donnés`),
      ...(isClosed ? ['protégé par un mot de passe : l’API n’en donne pas le texte'] : []),
      ...discardedOf(item, names),
    ],
  }
}

function discardedOf(item: RestItem, names: RestNames): string[] {
  const count = names.discarded.get(item.id)
  return count ? [`commentaires indésirables ou à la corbeille, laissés de côté : ${count}`] : []
}

function textOf(text: RestText | null | undefined): { html: string; removed: string[] } {
  if (!text) return { html: '', removed: [] }
  return text.raw === undefined ? unrender(text.rendered) : { html: text.raw, removed: [] }
}

/** The author's own excerpt: without one, WordPress cuts the start of the text. */
function excerptOf({ excerpt }: RestItem, content: string): string {
  const { html } = textOf(excerpt)
  if (excerpt?.raw !== undefined) return html
  const words = plainHtml(html)
  const isCut = words.endsWith('[…]') || plainHtml(content).startsWith(words)
  return isCut ? '' : html
}

/** `2024-03-02T08:46:15` as the database writes it. */
const localTime = (date: string | null | undefined): string => (date ?? '').replace('T', ' ').slice(0, 19)

/** The account's short name where one is known: what an export calls its login. */
function creatorOf({ author, _embedded }: RestItem, names: RestNames): string {
  if (!author) return ''
  const embedded = _embedded?.author?.map(embeddedUser).find((user) => user?.id === author)
  return (names.users.get(author) ?? embedded)?.slug || String(author)
}

function termsOf(item: RestItem, names: RestNames): { found: SourceTerm[]; unnamed: number[] } {
  const embedded = (item._embedded?.['wp:term'] ?? []).flat().flatMap((value) => embeddedTerm(value) ?? [])
  const own = [...(item.categories ?? []), ...(item.tags ?? [])]
  const byId = new Map(embedded.map((term) => [term.id, term]))
  for (const id of own) {
    const named = names.terms.get(id)
    if (named) byId.set(id, named)
  }
  return {
    found: [...byId.values()].map((term) => toSourceTerm(term, names)),
    unnamed: own.filter((id) => !byId.has(id)),
  }
}

/** What the database keeps as meta and REST as fields; lists and maps of plugins as JSON. */
function metaOf(item: RestItem): Record<string, string> {
  const own = Object.entries(item.meta ?? {}).flatMap(([key, value]): [string, string][] =>
    value === null || value === '' ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
  )
  const { width, height } = item.media_details ?? {}
  const { description, robots } = item.yoast_head_json ?? {}
  return Object.fromEntries([
    ...own,
    ...(item.featured_media ? [['_thumbnail_id', String(item.featured_media)]] : []),
    ...(typeof item.alt_text === 'string' ? [['_wp_attachment_image_alt', item.alt_text]] : []),
    ...(description ? [['_yoast_wpseo_metadesc', description]] : []),
    ...(robots?.index === 'noindex' ? [['_yoast_wpseo_meta-robots-noindex', '1']] : []),
    ...(width && height
      ? [['_wp_attachment_metadata', `a:2:{s:5:"width";i:${width};s:6:"height";i:${height};}`]]
      : []),
  ])
}

/** The pictures that come inside an item, where the library itself does not give them. */
export function embeddedFiles(item: RestItem, names: RestNames): Record<string, unknown>[] {
  const files = (item._embedded?.['wp:featuredmedia'] ?? []).filter(isRecord)
  return files.filter(({ id, source_url }) => source_url && !(typeof id === 'number' && names.files.has(id)))
}

/** The address of WordPress: what stands before the API's own path, else the host of the item's address. */
export function siteOf(item: RestItem): string {
  const self = item._links?.self?.[0]?.href ?? ''
  const site =
    /^(https?:\/\/[^?#]{1,2000}?)\/(?:index\.php\/)?(?:wp-json\/|(?:index\.php)?\?rest_route=)/i.exec(
      self,
    )?.[1]
  if (site) return site
  return URL.canParse(item.link ?? '') ? new URL(item.link ?? '').origin : ''
}
