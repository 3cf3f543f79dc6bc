import type { Graph, ImageObject, Thing } from 'schema-dts'
import type { Picture } from '../../lib/articles/types.ts'
import { encodePath } from '../../lib/routes.ts'

/** What search engines are told of a page: things of schema.org, each with an address of its own (`@id`). */

/** The address of a path of the site, whole. */
export const addressOf = (siteUrl: string, path: string): string => `${siteUrl}${encodePath(path)}`

/** The publisher of all. */
export const publisherId = (siteUrl: string): string => `${siteUrl}/#revue`

export const personId = (siteUrl: string, slug: string): string => `${siteUrl}/personne/${slug}/#personne`

/** The things that one page tells of. */
export const graphOf = (things: readonly Thing[]): Graph => ({
  '@context': 'https://schema.org',
  '@graph': things,
})

const ESCAPES: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' }

/** A graph as the text of a `script` element: no title, however it is written, can end the element. */
export function graphText(graph: Graph): string {
  const wellFormed = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value
  return JSON.stringify(graph, wellFormed).replace(/[<>&]/g, (character) => ESCAPES[character] ?? '')
}

/** A stored picture, with its caption and whom it is owed to. */
export function imageObject(picture: Picture, caption: string, siteUrl: string): ImageObject {
  const address = `${siteUrl}${picture.src}`
  return {
    '@type': 'ImageObject',
    '@id': address,
    url: address,
    contentUrl: address,
    width: { '@type': 'QuantitativeValue', value: picture.width, unitCode: 'E37' },
    height: { '@type': 'QuantitativeValue', value: picture.height, unitCode: 'E37' },
    ...(caption || picture.alt ? { caption: caption || picture.alt || '' } : {}),
    ...(picture.credit ? { creditText: picture.credit } : {}),
  }
}
