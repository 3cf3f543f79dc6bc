import type { BreadcrumbList, Graph, NewsMediaOrganization, Thing, WebSite } from 'schema-dts'
import { searchPath } from '../../lib/routes.ts'
import { site } from '../../lib/site.ts'
import { graphOf, publisherId } from './graph.ts'

/** The magazine as a publisher. */
export function publisher(siteUrl: string): NewsMediaOrganization {
  const logo = `${siteUrl}/icone-512.png`
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(siteUrl),
    name: site.name,
    slogan: site.tagline,
    url: `${siteUrl}/`,
    logo: { '@type': 'ImageObject', '@id': logo, url: logo, contentUrl: logo },
    ...(site.principles ? { publishingPrinciples: `${siteUrl}${site.principles}` } : {}),
  }
}

/** The web site, with the address at which it is searched. */
function webSite(siteUrl: string): WebSite {
  // `query-input` is Google's own, of no type of schema.org's.
  const potentialAction = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}${searchPath}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  } as const
  return {
    '@type': 'WebSite',
    '@id': `${siteUrl}/#site`,
    name: site.name,
    url: `${siteUrl}/`,
    inLanguage: site.language,
    publisher: { '@id': publisherId(siteUrl) },
    potentialAction,
  }
}

/** The way from the front page to this one; `steps` are addresses and names, the page itself last. */
export function breadcrumb(
  siteUrl: string,
  steps: readonly { name: string; address: string }[],
): BreadcrumbList {
  const all = [{ name: site.name, address: `${siteUrl}/` }, ...steps]
  return {
    '@type': 'BreadcrumbList',
    '@id': `${steps.at(-1)?.address ?? siteUrl}#fil`,
    itemListElement: all.map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@type': 'WebPage', '@id': address, url: address },
    })),
  }
}

/** The front page. */
export function homeGraph(siteUrl: string): Graph {
  const things: Thing[] = [webSite(siteUrl), publisher(siteUrl)]
  return graphOf(things)
}
