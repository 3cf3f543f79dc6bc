import type { AnyNode, Document, Embed } from '../document/types.ts'
import { walk } from '../document/walk.ts'
import { playerShape } from '../players.ts'
import { readSource } from '../wordpress/markup/addresses.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** What a site answered WordPress about a player, kept in the fields of the article as JSON or as PHP writes it. */
const THUMBNAIL = /"thumbnail_url"(?::|;s:\d{1,5}:)\s?"([^"\s]{1,2000})"/g

/** The pictures that the fields name for the films of an article: WordPress's cache of players, and a plugin's field. */
function thumbnailsOf({ meta }: SourceItem): string[] {
  const answers = Object.entries(meta).filter(([key]) => key.startsWith('_oembed_'))
  const cached = answers.flatMap(([, value]) => [...value.matchAll(THUMBNAIL)].map(([, address]) => address))
  return [...cached, meta._video_thumbnail].flatMap(
    (address) => readSource(address?.replaceAll('\\/', '/') ?? null) ?? [],
  )
}

/** The one that names the film; the only one is that of the only film. */
function posterOf({ attrs }: Embed, addresses: readonly string[], isOnly: boolean): string | null {
  const named = addresses.find((address) => attrs.id !== null && address.includes(attrs.id))
  return named ?? (isOnly && addresses.length === 1 ? (addresses[0] ?? null) : null)
}

/** The document with the pictures that the fields of the item name for its films, where the text names none. */
export function withPosters(document: Document, item: SourceItem): Document {
  const addresses = [...new Set(thumbnailsOf(item))]
  if (addresses.length === 0) return document
  const films = [...walk(document)].filter(
    (node) => node.type === 'embed' && playerShape(node.attrs) === 'film',
  )
  const fill = (node: AnyNode): AnyNode => {
    if (node.type === 'embed' && films.includes(node) && node.attrs.poster === null)
      return { ...node, attrs: { ...node.attrs, poster: posterOf(node, addresses, films.length === 1) } }
    if (!('content' in node) || !node.content) return node
    const children: readonly AnyNode[] = node.content
    return Object.assign({}, node, { content: children.map(fill) })
  }
  return Object.assign({}, document, { content: document.content.map(fill) })
}
