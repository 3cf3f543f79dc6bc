import type { AnyNode, Document, Figure } from '../document/types.ts'

/** The stored file of a figure, or null while it is missing. */
export type FindMedia = (figure: Figure['attrs']) => string | null

function fill(node: AnyNode, find: FindMedia): AnyNode {
  if (node.type === 'figure') return { ...node, attrs: { ...node.attrs, mediaId: find(node.attrs) } }
  if (!('content' in node) || !node.content) return node
  const content = node.content.map((child: AnyNode) => fill(child, find))
  return Object.assign({}, node, { content })
}

/** The document with the `mediaId` of each figure set to the file that `find` gives. */
export function fillMedia(document: Document, find: FindMedia): Document {
  return Object.assign({}, document, { content: document.content.map((part) => fill(part, find)) })
}
