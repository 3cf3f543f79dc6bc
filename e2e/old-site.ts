import { readFileSync } from 'node:fs'
import { readSource } from '../lib/wordpress/read.ts'
import type { SourceItem, SourceSite } from '../lib/wordpress/source.ts'

/** Every address that an export gives, or that its WordPress answered: what readers, feeds and other sites may hold. */

const hostOf = (address: string): string =>
  (URL.parse(address)?.host ?? '').replace(/^www\./, '').toLowerCase()

/** Path and query of each address on the old site that stands anywhere in a text, whatever it is there. */
function writtenIn(text: string, host: string): string[] {
  const decoded = text.replaceAll('&amp;', '&').replaceAll('&#038;', '&').replaceAll('\\/', '/')
  const found = [...decoded.matchAll(/https?:\/\/[^\s"'<>\\\])|]+/g)].map(([address]) =>
    address.replace(/[.,;:!?»…]+$/, ''),
  )
  return found.flatMap((address) => {
    const url = URL.parse(address)
    return url && hostOf(address) === host ? [url.pathname + url.search] : []
  })
}

/** Links and pictures of a content that name no host. */
function relativeIn(content: string): string[] {
  const found = content.matchAll(/\s(?:href|src|data-src|poster)\s*=\s*["'](\/(?!\/)[^"'#]*)/g)
  return [...found].map(([, path = '']) => path.replaceAll('&amp;', '&'))
}

/** The forms under which WordPress answers for an article. */
function formsOfArticle({ id, type, link, slug, date }: SourceItem): string[] {
  const { pathname } = new URL(link)
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-')
  const suffixes = ['feed/', 'amp/', 'embed/', 'trackback/', '2/', 'comment-page-1/']
  const dated =
    type === 'post'
      ? [
          `/${year}/`,
          `/${year}/${month}/`,
          `/${year}/${month}/${day}/`,
          `/?m=${year}${month}`,
          `/?year=${year}`,
        ]
      : []
  return [
    ...[`/?p=${id}`, `/?page_id=${id}`, `/?p=${id}&utm_source=lettre`, `/?name=${slug}`],
    ...[
      pathname,
      pathname.replace(/\/$/, ''),
      `/index.php${pathname}`,
      `${pathname}?utm_source=x`,
      `/${slug}/`,
    ],
    ...suffixes.map((suffix) => `${pathname}${suffix}`),
    ...(type === 'post' ? [`/${year}/${month}/${day}/${slug}/`] : []),
    ...dated,
  ]
}

function formsOfFile({ id, link, attachmentUrl, meta }: SourceItem): string[] {
  const file = new URL(attachmentUrl).pathname
  const sizes = [...(meta._wp_attachment_metadata ?? '').matchAll(/s:4:"file";s:\d+:"([^"/]+)"/g)]
  const near = sizes.map(([, name = '']) => file.replace(/[^/]+$/, name))
  return [`/?attachment_id=${id}`, `/?p=${id}`, new URL(link).pathname, file, ...near]
}

/** Lists by term and by account, for those that something public stands under. */
function formsOfSite({ authors, terms }: SourceSite, posts: readonly SourceItem[]): string[] {
  const used = new Set(posts.flatMap((post) => post.terms.map(({ taxonomy, slug }) => `${taxonomy} ${slug}`)))
  const listed = terms.filter(({ taxonomy, slug }) => used.has(`${taxonomy} ${slug}`))
  return [
    ...[
      '/',
      '/feed/',
      '/feed',
      '/feed/atom/',
      '/?feed=rss2',
      '/comments/feed/',
      '/?s=mot',
      '/page/1/',
      '/?paged=1',
    ],
    ...authors.flatMap(({ login, id }) => [`/author/${login}/`, ...(id === null ? [] : [`/?author=${id}`])]),
    ...listed.flatMap(({ taxonomy, slug, id }) => {
      if (taxonomy === 'post_tag')
        return [`/tag/${slug}/`, `/tag/${slug}`, `/?tag=${slug}`, `/tag/${slug}/feed/`]
      if (taxonomy !== 'category') return []
      return [`/category/${slug}/`, `/?cat=${id}`, `/?category_name=${slug}`, `/category/${slug}/feed/`]
    }),
  ]
}

/** The addresses of an export, path and query, each once, without their fragment. */
export async function oldAddresses(file: string): Promise<string[]> {
  const items: SourceItem[] = []
  const sites: SourceSite[] = []
  for await (const event of readSource(file)) {
    if (event.kind === 'item') items.push(event.item)
    if (event.kind === 'site') sites.push(event.site)
  }
  const host = hostOf(sites[0]?.url ?? '')
  const posts = items.filter(({ type, status }) => type !== 'attachment' && status === 'publish')
  const files = items.filter(({ type }) => type === 'attachment')
  const found = [
    ...writtenIn(readFileSync(file, 'utf8'), host),
    ...items.flatMap(({ content }) => relativeIn(content)),
    ...posts.flatMap(formsOfArticle),
    ...files.flatMap(formsOfFile),
    ...sites.flatMap((site) => formsOfSite(site, posts)),
  ]
  return [...new Set(found.map((address) => address.split('#')[0] ?? ''))]
}

/** The answers on the way from an address, at most three: a redirect of this site is followed. */
export async function answersFrom(
  baseURL: string,
  address: string,
): Promise<{ statuses: number[]; last: string }> {
  const statuses: number[] = []
  let url = new URL(address, baseURL)
  while (statuses.length < 3) {
    const response = await fetch(url, { redirect: 'manual' })
    await response.arrayBuffer()
    statuses.push(response.status)
    const next = response.headers.get('location')
    if (next === null) break
    url = new URL(next, url)
  }
  return { statuses, last: url.pathname + url.search }
}
