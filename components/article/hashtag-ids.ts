import type { AnyNode, Document } from '../../lib/document/types.ts'
import { isAlias } from '../../lib/document/validate.ts'

function* ids(node: AnyNode): Generator<string> {
  if (node.type === 'section') yield* [node.attrs.anchor, ...node.attrs.aliases]
  if (node.type === 'details' && node.attrs.anchor) yield node.attrs.anchor
  if ('content' in node && node.content) for (const child of node.content) yield* ids(child)
}

/**
 * The ids under which readers may ask for a section by its #hashtag as it is written, `#Trio` or `#RéseauxSociaux`: by
 * the anchor of the section, whose own id (`trio`) stays. The first to take an id keeps it.
 */
export function hashtagIds(document: Document): Map<string, string[]> {
  const used = new Set(ids(document))
  const found = new Map<string, string[]>()
  const entries = document.content.flatMap((part) => (part.type === 'summary' ? part.content : []))
  for (const { attrs } of entries) {
    const id = attrs.hashtag?.replace(/^#/, '') ?? ''
    if (!isAlias(id) || used.has(id)) continue
    used.add(id)
    found.set(attrs.target, [...(found.get(attrs.target) ?? []), id])
  }
  return found
}
