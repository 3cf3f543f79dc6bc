import type { Graph } from 'schema-dts'
import type { Archive, PersonLink } from '../../lib/articles/types.ts'
import { encodePath } from '../../lib/routes.ts'
import { site } from '../../lib/site.ts'
import { archivePagePath } from '../archive/archive-address.ts'
import { addressOf, graphOf, personId, publisherId } from './graph.ts'
import { breadcrumb, publisher } from './site.ts'

/** The articles of a list, in its order. */
const listOf = (siteUrl: string, paths: readonly string[]) => ({
  '@type': 'ItemList' as const,
  itemListElement: paths.map((path, index) => ({
    '@type': 'ListItem' as const,
    position: index + 1,
    url: addressOf(siteUrl, path),
  })),
})

/** A page of a tag, a category, a series or a date; an index lists no articles. */
export function archiveGraph(
  { term, articles, page }: Pick<Archive, 'term' | 'articles' | 'page'>,
  siteUrl: string,
): Graph {
  const address = `${siteUrl}${encodePath(archivePagePath(term.path, page))}`
  return graphOf([
    {
      '@type': 'CollectionPage',
      '@id': `${address}#page`,
      name: term.name,
      url: address,
      inLanguage: site.language,
      ...(term.description ? { description: term.description } : {}),
      isPartOf: { '@id': `${siteUrl}/#site` },
      publisher: { '@id': publisherId(siteUrl) },
      ...(articles.length > 0
        ? {
            mainEntity: listOf(
              siteUrl,
              articles.map(({ path }) => path),
            ),
          }
        : {}),
    },
    breadcrumb(siteUrl, [{ name: term.name, address: addressOf(siteUrl, term.path) }]),
    publisher(siteUrl),
  ])
}

/** Who a page of the who's who is about. `portrait` is an address of this site, `paths` are those of their pieces. */
export type ProfileFacts = PersonLink & {
  kind: 'person' | 'organisation'
  bio: string
  portrait: string | null
  paths: readonly string[]
}

/** The page of a person or an organisation. */
export function profileGraph(
  { slug, name, kind, bio, portrait, paths }: ProfileFacts,
  siteUrl: string,
): Graph {
  const address = addressOf(siteUrl, `/personne/${slug}/`)
  return graphOf([
    {
      '@type': 'ProfilePage',
      '@id': `${address}#page`,
      url: address,
      name,
      inLanguage: site.language,
      isPartOf: { '@id': `${siteUrl}/#site` },
      mainEntity: {
        '@type': kind === 'person' ? 'Person' : 'Organization',
        '@id': personId(siteUrl, slug),
        name,
        url: address,
        ...(bio ? { description: bio } : {}),
        ...(portrait ? { image: `${siteUrl}${portrait}` } : {}),
      },
      ...(paths.length > 0
        ? { hasPart: paths.map((path) => ({ '@type': 'Article' as const, url: addressOf(siteUrl, path) })) }
        : {}),
    },
    breadcrumb(siteUrl, [{ name, address }]),
    publisher(siteUrl),
  ])
}
