import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { archivePagePath, parseArchiveAddress } from '../../components/archive/archive-address.ts'
import { termPreview } from '../../components/preview/page-preview.ts'
import type { Archive } from '../../lib/articles/types.ts'
import { listDescription } from '../../lib/metadata/description.ts'
import { pageMetadata } from '../../lib/metadata/page-metadata.ts'
import { decodePart, encodePath } from '../../lib/routes.ts'

/**
 * The term and page that an address under `/tag/` or `/category/` asks for; a category's own slug is its last
 * part. Not found when it is no such address; `/page/1/` redirects to the archive itself.
 */
export function readArchiveAddress(type: 'tag' | 'category', parts: readonly string[]) {
  const address = parseArchiveAddress(parts)
  const slug = address?.slugs.at(-1)
  if (!address || slug === undefined || (type === 'tag' && address.slugs.length > 1)) notFound()
  if (!address.isCanonical) permanentRedirect(`/${[type, ...address.slugs].join('/')}/`)
  return { slug: decodePart(slug), page: address.page }
}

/** The archive itself when it shows the page asked for; an address past its end leads to its last page. */
export function atItsPage(archive: Archive | null, asked: number): Archive | null {
  if (archive && archive.page !== asked) permanentRedirect(addressOfPage(archive))
  return archive
}

/** Where a page of an archive stands, as a header takes it. */
export const addressOfPage = ({ term, page }: Archive): string => encodePath(archivePagePath(term.path, page))

/** Title, description and address of an archive's page; nothing for one that does not exist. A list by date has no `type`. */
export function archiveMetadata(archive: Archive | null, type?: 'tag' | 'category'): Metadata {
  if (!archive) return {}
  const { term, page, articles } = archive
  const titles = articles.map(({ title }) => title)
  return pageMetadata({
    title: page === 1 ? term.name : `${term.name}, page ${page}`,
    description: listDescription(term.name, term.description, titles),
    path: archivePagePath(term.path, page),
    // The list of all articles has the feed of the front page.
    feedOf: term.path,
    ...(type ? { preview: termPreview(type, term) } : {}),
  })
}
