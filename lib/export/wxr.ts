import { readExport } from '../articles/export.ts'
import type { Database } from '../db.ts'
import { siteUrl } from '../env.ts'
import { site as magazine } from '../site.ts'
import { readStoredItem, type StoredItem } from './stored-item.ts'
import { type ExportedArticle, wxrArticle } from './wxr-article.ts'
import { wxrAttachment } from './wxr-attachment.ts'
import { itemXml } from './wxr-item.ts'
import { escapeXml, field } from './xml.ts'

/** Rows read at a time. */
const BATCH = 200

const HEAD = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
`

export type WxrOptions = {
  /** The WordPress site that the articles came from: one of `sourceSites`. */
  site: string
  /** True to write articles that came from nowhere too. */
  withOwn: boolean
  /** Only the article at this address. */
  path: string | null
  /** The line that signs an article. */
  byline: (credits: ExportedArticle['credits']) => string
}

/** The WordPress sites that articles came from; '' for those of a dump, which names none. */
export async function sourceSites(database: Database, path: string | null): Promise<string[]> {
  const rows = await database.sourceRecord.findMany({
    where: path === null ? { article: { isNot: null } } : { article: { path } },
    distinct: ['site'],
    select: { site: true },
    orderBy: { site: 'asc' },
  })
  return rows.map(({ site }) => site)
}

async function storedItemOf(database: Database, articleId: number): Promise<StoredItem> {
  const row = await database.sourceRecord.findUnique({ where: { articleId }, select: { item: true } })
  return readStoredItem(row?.item)
}

async function* articlesOf(database: Database, { site, withOwn, path }: WxrOptions) {
  for await (const article of readExport(database, path))
    if (article.source ? article.source.site === site : withOwn) yield article
}

/** The accounts of the old site, and one for what was written here. */
async function* authorsXml(database: Database, { site }: WxrOptions): AsyncGenerator<string> {
  const accounts = await database.account.findMany({ where: { site }, orderBy: { login: 'asc' } })
  const highest = Math.max(0, ...accounts.map(({ wpId }) => wpId ?? 0))
  const here = { login: 'redaction', name: magazine.name, wpId: null }
  const isDeclared = accounts.some(({ login }) => login === here.login)
  for (const [index, { login, name, wpId }] of [...accounts, ...(isDeclared ? [] : [here])].entries()) {
    const fields = [
      field('wp:author_id', wpId ?? highest + index + 1),
      field('wp:author_login', login),
      field('wp:author_email', ''),
      field('wp:author_display_name', name),
      field('wp:author_first_name', ''),
      field('wp:author_last_name', ''),
    ]
    yield `<wp:author>${fields.join('')}</wp:author>\n`
  }
}

/** The terms of the articles, those above them, and those that no article has. */
async function* termsXml(database: Database, { site, withOwn }: WxrOptions): AsyncGenerator<string> {
  const own = withOwn
    ? [{ articles: { none: {} } }, { articles: { some: { article: { source: null } } } }]
    : []
  const rows = await database.term.findMany({
    where: { OR: [{ articles: { some: { article: { source: { site } } } } }, ...own] },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      type: true,
      slug: true,
      name: true,
      description: true,
      parent: { select: { slug: true } },
    },
  })
  const order = ['category', 'tag', 'series']
  const ordered = rows.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
  for (const { id, type, slug, name, description, parent } of ordered) {
    const of = (part: string, value: string) => field(`wp:${part}`, value)
    const address = encodeURIComponent(slug)
    const above = encodeURIComponent(parent?.slug ?? '')
    const number = field('wp:term_id', id)
    if (type === 'tag')
      yield `<wp:tag>${number}${of('tag_slug', address)}${of('tag_name', name)}${of('tag_description', description)}</wp:tag>\n`
    else if (type === 'category')
      yield `<wp:category>${number}${of('category_nicename', address)}${of('category_parent', above)}${of('cat_name', name)}${of('category_description', description)}</wp:category>\n`
    else
      yield `<wp:term>${number}${of('term_taxonomy', 'series')}${of('term_slug', address)}${of('term_parent', above)}${of('term_name', name)}${of('term_description', description)}</wp:term>\n`
  }
}

async function* attachmentsXml(database: Database, { site }: WxrOptions, address: string) {
  for (let after = 0; ; ) {
    const where = { site, wpId: { gt: after } }
    const rows = await database.attachment.findMany({ where, orderBy: { wpId: 'asc' }, take: BATCH })
    const numbers = { in: rows.map(({ wpId }) => wpId) }
    const kept = await database.sourceRecord.findMany({ where: { site, type: 'attachment', wpId: numbers } })
    const items = new Map(kept.map(({ wpId, item }) => [wpId, item]))
    for (const { wpId, ...row } of rows)
      yield itemXml(wxrAttachment({ id: wpId, ...row }, readStoredItem(items.get(wpId)), address))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.wpId
  }
}

/** What became no article is kept beside them, and goes back as it came: menus, reusable blocks, revisions. */
async function* othersXml(database: Database, { site }: WxrOptions): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const where = { site, articleId: null, type: { not: 'attachment' }, id: { gt: after } }
    const rows = await database.sourceRecord.findMany({ where, orderBy: { id: 'asc' }, take: BATCH })
    for (const { item } of rows) yield itemXml({ ...readStoredItem(item), attachmentUrl: '' })
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

/** Ids for articles that WordPress never had begin above all those it gave. */
async function firstFreeId(database: Database, site: string): Promise<number> {
  const [record, attachment] = await Promise.all([
    database.sourceRecord.aggregate({ where: { site }, _max: { wpId: true } }),
    database.attachment.aggregate({ where: { site }, _max: { wpId: true } }),
  ])
  return Math.max(record._max.wpId ?? 0, attachment._max.wpId ?? 0) + 1
}

/** The number that WordPress knows the cover by; the source's own when it still is that picture. */
async function coverOf(database: Database, article: ExportedArticle, site: string, stored: StoredItem) {
  if (article.coverId === null) return Number(stored.meta._thumbnail_id) || null
  const rows = await database.attachment.findMany({
    where: { site, mediaId: article.coverId },
    select: { wpId: true },
    orderBy: { wpId: 'asc' },
  })
  const ids = rows.map(({ wpId }) => wpId)
  return ids.find((id) => String(id) === stored.meta._thumbnail_id) ?? ids[0] ?? null
}

/** The whole site, or one article with the library, as WXR 1.2, piece by piece. */
export async function* writeWxr(database: Database, options: WxrOptions): AsyncGenerator<string> {
  const address = options.site || siteUrl
  yield HEAD
  yield `<title>${escapeXml(magazine.name)}</title>\n<link>${escapeXml(address)}</link>\n<description>${escapeXml(magazine.tagline)}</description>\n`
  yield `<language>${magazine.language}</language>\n<wp:wxr_version>1.2</wp:wxr_version>\n`
  yield `<wp:base_site_url>${escapeXml(address)}</wp:base_site_url>\n<wp:base_blog_url>${escapeXml(address)}</wp:base_blog_url>\n`
  yield* authorsXml(database, options)
  yield* termsXml(database, options)
  yield* attachmentsXml(database, options, address)
  const free = await firstFreeId(database, options.site)
  for await (const article of articlesOf(database, options)) {
    const stored = await storedItemOf(database, article.id)
    const place = {
      id: article.source?.wpId ?? free + article.id,
      site: address,
      coverId: await coverOf(database, article, options.site, stored),
      byline: options.byline(article.credits),
    }
    yield itemXml(wxrArticle(article, stored, place))
  }
  if (options.path === null) yield* othersXml(database, options)
  yield '</channel>\n</rss>\n'
}
