import type { Move, RedirectInput } from '../articles/redirects.ts'
import type { ArticleInput } from '../articles/save.ts'
import type { Document } from '../document/types.ts'
import { walk } from '../document/walk.ts'
import { partsOf, pathOf, slugOf } from '../routes.ts'
import { sanitizeTitle } from '../wordpress/sanitize-title.ts'
import type { SourceItem, SourceSite } from '../wordpress/source.ts'
import type { AttachmentShelf } from './attachments.ts'
import { pageBreaks } from './page-breaks.ts'

/** What an import knows of the addresses that things had. Pure. */

/** The path of an address; null when it has none of its own (`https://site/?p=12`, another scheme). */
export function pathOfLink(link: string): string | null {
  const pathname = /^https?:/i.test(link) && URL.canParse(link) ? new URL(link).pathname : '/'
  return pathname === '/' ? null : pathOf(partsOf(pathname))
}

/** The path of a file, as the table holds it: decoded, without a last slash. */
const pathOfFile = (url: string): string | null => pathOfLink(url)?.replace(/\/$/, '') ?? null

/** The id in a guid of the form `https://site/?p=4623`. */
function guidId(guid: string): number | null {
  const match = /[?&](?:p|page_id|attachment_id)=(\d{1,15})\b/.exec(guid)
  return match ? Number(match[1]) : null
}

const wordsOf = (meta: string | undefined): string[] =>
  (meta ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const DATE = /^(\d{4})-(\d{2})-(\d{2})/

/** A permalink with another slug and another date, where it says them. */
function variant(path: string, slug: string, from: readonly string[], to: readonly string[]): string {
  const parts = partsOf(path).slice(0, -1)
  const dated = parts.map((part, index) => (index < 3 && part === from[index] ? (to[index] ?? part) : part))
  return pathOf([...dated, slug])
}

/** Under every slug and date that the article had: its own form of permalink, the slug alone, the slug under its day. */
function formerPaths(item: SourceItem, article: ArticleInput): RedirectInput[] {
  const [, ...date] = DATE.exec(item.date) ?? []
  const dates = [
    date,
    ...wordsOf(item.meta._wp_old_date).map((text) => DATE.exec(text)?.slice(1) ?? []),
  ].filter((parts) => parts.length === 3)
  const slugs = [article.slug, ...wordsOf(item.meta._wp_old_slug).map(slugOf)]
  const isArticle = article.type === 'article' && article.publishedAt !== null
  return slugs.flatMap((slug): RedirectInput[] => [
    ...(slug === article.slug ? [] : [{ from: variant(article.path, slug, [], []), kind: 'moved' as const }]),
    ...dates
      .slice(1)
      .map((other) => ({ from: variant(article.path, slug, date, other), kind: 'moved' as const })),
    { from: pathOf([slug]), kind: 'slug' },
    ...(isArticle ? dates.map((parts) => ({ from: pathOf([...parts, slug]), kind: 'slug' as const })) : []),
  ])
}

function figuresOf(document: Document): Set<number> {
  const found = new Set<number>()
  for (const node of walk(document))
    if (node.type === 'figure' && node.attrs.attachmentId !== null) found.add(node.attrs.attachmentId)
  return found
}

/**
 * The addresses of the attachments that an article shows, or that WordPress attached to it, lead to the figure, or to
 * the article when it shows no figure of it.
 */
function attachmentPaths(item: SourceItem, document: Document, shelf: AttachmentShelf): RedirectInput[] {
  const shown = figuresOf(document)
  const own = new Set(shelf.childrenOf(item.id))
  return [...new Set([...shown, ...own])].flatMap((id): RedirectInput[] => {
    const kind = own.has(id) ? 'attached' : 'shown'
    const fragment = shown.has(id) ? `#media-${id}` : ''
    const page = shelf.pageOf(id)
    return [
      { from: `?p=${id}`, kind, fragment },
      ...(page === null ? [] : [{ from: page, kind, fragment } as const]),
    ]
  })
}

/** Old addresses of an item: its id, its guid, its former slugs and dates, its pages, its attachments. */
export function redirectsOf(
  item: SourceItem,
  article: ArticleInput,
  document: Document,
  shelf: AttachmentShelf,
): RedirectInput[] {
  const byGuid = guidId(item.guid)
  const guidPath = byGuid === null ? pathOfLink(item.guid) : null
  const link = pathOfLink(item.link)
  return [
    { from: `?p=${item.id}`, kind: 'id' },
    ...(link === null ? [] : [{ from: link, kind: 'id' as const }]),
    ...(byGuid !== null && byGuid !== item.id ? [{ from: `?p=${byGuid}`, kind: 'guid' as const }] : []),
    ...(guidPath === null ? [] : [{ from: guidPath, kind: 'guid' as const }]),
    ...formerPaths(item, article),
    ...pageBreaks(item.content, document).map(({ page, anchor }) => ({
      from: `${article.path}${page}/`,
      kind: 'id' as const,
      fragment: anchor === null ? '' : `#${anchor}`,
    })),
    ...attachmentPaths(item, document, shelf),
  ]
}

/** What leads to a stored file: its address, and the page of its own that no article takes over. */
export function fileRedirects(item: SourceItem): RedirectInput[] {
  const froms = [pathOfFile(item.attachmentUrl), pathOfFile(item.guid), pathOfLink(item.link)]
  const paths = froms.filter((from) => from !== null)
  return [...paths, `?p=${item.id}`].map((from) => ({ from, kind: 'file' }))
}

/** The lists that a site had by id. */
export function siteRedirects(site: SourceSite): Move[] {
  return site.terms.flatMap(({ taxonomy, id, slug: written }): Move[] => {
    const type = taxonomy === 'category' ? 'category' : taxonomy === 'post_tag' ? 'tag' : null
    const slug = slugOf(written)
    if (type === null || id === null || slug === '') return []
    const from = type === 'category' ? `?cat=${id}` : `?tag_id=${id}`
    return [{ articleId: null, path: pathOf([type, slug]), redirects: [{ from, kind: 'id' }] }]
  })
}

/** The addresses that an account of the old site had, or a guest author: they lead to `path`. */
export function accountRedirects({ login, id }: { login: string; id: number | null }, path: string): Move {
  const slug = sanitizeTitle(login)
  const froms = [
    ...(id === null ? [] : [`?author=${id}`]),
    ...(slug === '' ? [] : [pathOf(['author', slug])]),
  ]
  return { articleId: null, path, redirects: froms.map((from) => ({ from, kind: 'id' })) }
}
