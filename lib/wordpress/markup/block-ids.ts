import type { Comment } from 'hast'
import { readDelimiter } from './block-comments.ts'
import { attribute, classesOf, elementsIn, type HtmlNode, isElement } from './html.ts'

/** Library ids that a block's comment names: of its own picture, or of a gallery's. */
function idsIn(comment: Comment): unknown[] {
  const { name, attributes, closing } = readDelimiter(comment.value) ?? {}
  if (!attributes || closing) return []
  if (name === 'gallery') return Array.isArray(attributes.ids) ? attributes.ids : []
  if (name === 'image' || name === 'cover') return [attributes.id]
  return name === 'media-text' ? [attributes.mediaId] : []
}

/**
 * Gives pictures whose mark-up lost its id the one that the comment of their block names, as the `data-id` that older
 * galleries have: a picture is then found in the library although its address has changed.
 */
export function giveIds(nodes: readonly HtmlNode[]): void {
  let ids: unknown[] = []
  for (const node of nodes) {
    if (node.type === 'comment') ids = idsIn(node)
    if (!isElement(node)) continue
    const images = ids.length > 0 ? elementsIn([node]).filter((element) => element.tagName === 'img') : []
    const hasOwn = images.some(
      (image) =>
        attribute(image, 'dataId') !== null || classesOf(image).some((name) => /^wp-image-\d/.test(name)),
    )
    if (!hasOwn && images.length > 0 && images.length === ids.length)
      for (const [index, image] of images.entries()) image.properties.dataId = String(ids[index])
    ids = []
    giveIds(node.children)
  }
}
