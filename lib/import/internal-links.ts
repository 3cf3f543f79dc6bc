import { visible } from '../articles/queries.ts'
import { resolveAddress } from '../articles/resolve.ts'
import type { Database } from '../db.ts'
import type { AnyNode, Document, Figure, Inline } from '../document/types.ts'
import { mapContent, walk } from '../document/walk.ts'
import { encodePath, partsOf, pathOf } from '../routes.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** Links of an article to the site it comes from, led to the addresses of this one. */

type InternalAddress = { path: string; query: URLSearchParams; hash: string }

const bare = (host: string): string => host.replace(/^www\./i, '').toLowerCase()

/** The address within the old site, `host`; null for another site's, a place of the same page, a mail address. */
export function internalAddress(href: string, host: string): InternalAddress | null {
  if (href.startsWith('#') || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(href)) return null
  const url = URL.parse(href, `https://${host || 'site.invalid'}/`)
  if (!url || (/^https?:/i.test(href) && bare(url.host) !== bare(host))) return null
  return { path: pathOf(partsOf(url.pathname)), query: url.searchParams, hash: url.hash }
}

function hrefsOf(document: Document): Set<string> {
  const found = new Set<string>()
  for (const node of walk(document)) {
    if (node.type === 'figure' && node.attrs.href !== null) found.add(node.attrs.href)
    if ('marks' in node && node.marks)
      for (const mark of node.marks) if (mark.type === 'link') found.add(mark.attrs.href)
  }
  return found
}

function mapInline<T extends Inline>(node: T, hrefs: ReadonlyMap<string, string>): T {
  if (!node.marks?.some((mark) => mark.type === 'link' && hrefs.has(mark.attrs.href))) return node
  const marks = node.marks.map((mark) =>
    mark.type === 'link'
      ? { ...mark, attrs: { ...mark.attrs, href: hrefs.get(mark.attrs.href) ?? mark.attrs.href } }
      : mark,
  )
  return { ...node, marks }
}

function mapFigure(node: Figure, hrefs: ReadonlyMap<string, string>): Figure {
  const { href } = node.attrs
  return href === null ? node : { ...node, attrs: { ...node.attrs, href: hrefs.get(href) ?? href } }
}

function mapNode(node: AnyNode, hrefs: ReadonlyMap<string, string>): AnyNode {
  return node.type === 'text' || node.type === 'hardBreak' || node.type === 'footnoteRef'
    ? mapInline(node, hrefs)
    : mapContent(node.type === 'figure' ? mapFigure(node, hrefs) : node, mapNode, hrefs)
}

/** The document with each link that `hrefs` names led elsewhere. */
export function mapHrefs(document: Document, hrefs: ReadonlyMap<string, string>): Document {
  if (hrefs.size === 0) return document
  return Object.assign({}, document, { content: document.content.map((part) => mapNode(part, hrefs)) })
}

/** `/un/`, `?x=1` and `#y` in the order of an address; a target's own fragment wins over the link's. */
function hrefOf(to: string, rest: string, hash: string): string {
  const [place, fragment] = encodePath(to).split('#')
  return `${place}${rest}${fragment === undefined ? hash : `#${fragment}`}`
}

/**
 * What the rest of an import may change: nothing where an article has no link to its site; where a link leads when it is
 * `open`; no more than an article that moves when it is `settled`.
 */
export type LinkState = 'none' | 'settled' | 'open'

export type LinkedDocument = {
  document: Document
  /** Links to the old site that lead nowhere here: as they were. */
  dead: string[]
  links: LinkState
}

/** The address of a file leads to the file at once; that of an attachment's page may lead to an article later. */
const isStoredFile = (path: string, to: string | undefined): boolean =>
  /\.[a-z0-9]{1,5}\/$/i.test(path) && to?.startsWith('/media/') === true

/**
 * Leads the links to the old site to where each address leads now. `known` tells where an old path leads that needs no
 * lookup: articles that are here, or about to be stored.
 */
export async function linkDocument(
  database: Database,
  document: Document,
  site: string,
  known: (path: string) => string | undefined,
  now: Date,
): Promise<LinkedDocument> {
  const host = URL.parse(site)?.host ?? ''
  const hrefs = new Map<string, string>()
  const dead: string[] = []
  const settled: boolean[] = []
  for (const href of hrefsOf(document)) {
    const address = internalAddress(href, host)
    if (!address) continue
    const to = address.query.has('feed') ? undefined : known(address.path)
    const found =
      to !== undefined
        ? { to, rest: address.query.size > 0 ? `?${address.query}` : '' }
        : await resolveAddress(database, address.path, address.query, now)
    if (found) hrefs.set(href, hrefOf(found.to, found.rest, address.hash))
    else dead.push(href)
    settled.push(found?.to === address.path || isStoredFile(address.path, found?.to))
  }
  const links = settled.length === 0 ? 'none' : settled.every(Boolean) ? 'settled' : 'open'
  return { document: mapHrefs(document, hrefs), dead, links }
}

/** Paths that are looked up together; a statement takes no more than some 30,000. */
const MOST_LINKED = 5000

/**
 * The articles that contents seem to link to on their own site, by path, looked up at once: most links need no lookup of
 * their own then. What this misses is looked up by itself.
 */
export async function findLinked(
  database: Database,
  items: readonly SourceItem[],
  now: Date,
): Promise<Set<string>> {
  const paths = new Set<string>()
  for (const { site, content } of items) {
    const host = URL.parse(site)?.host ?? ''
    for (const [, href = ''] of content.matchAll(/\shref=["']([^"'<>?#]{1,2000})["'#]/g)) {
      const path = paths.size < MOST_LINKED ? internalAddress(href, host)?.path : undefined
      if (path !== undefined) paths.add(path)
    }
  }
  const where = { path: { in: [...paths] }, ...visible(now) }
  const found = await database.article.findMany({ where, select: { path: true } })
  return new Set(found.map(({ path }) => path))
}
