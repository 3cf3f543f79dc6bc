import type { Metadata } from 'next'
import type { ArticlePage } from '../articles/types.ts'
import { encodePath, personPath } from '../routes.ts'
import { descriptionOf } from './description.ts'
import { pageMetadata } from './page-metadata.ts'
import { previewPath } from './preview-path.ts'
import { signersOf } from './signers.ts'

/** The metadata of an article's page. */
export function articleMetadata(article: ArticlePage, siteUrl: string): Metadata {
  const { title, path, seo, credits, categories, tags, publishedAt, updatedAt } = article
  const metadata = pageMetadata({
    ...seo,
    title,
    description: descriptionOf(article),
    path,
    feedOf: '/',
    preview: { path: previewPath(article), alt: title },
  })
  const authors = signersOf(credits).map(({ name, slug }) => ({
    name,
    url: `${siteUrl}${encodePath(personPath(slug))}`,
  }))
  return {
    ...metadata,
    authors,
    openGraph: {
      ...metadata.openGraph,
      type: 'article',
      publishedTime: publishedAt,
      modifiedTime: updatedAt ?? undefined,
      authors: authors.map(({ url }) => url),
      section: categories[0]?.name,
      tags: tags.map(({ name }) => name),
    },
  }
}
