import type { AnyNode } from '../document/types.ts'
import type { DraftBlock, DraftPart } from './draft.ts'

type WithContent = { content?: readonly AnyNode[] }

const NONE: readonly AnyNode[] = []
const childrenOf = (part: DraftPart | AnyNode): readonly AnyNode[] =>
  'content' in part ? ((part satisfies WithContent).content ?? NONE) : NONE

function anchorsIn(part: DraftPart | AnyNode, found: string[] = []): string[] {
  if (part.type === 'details' && part.attrs.anchor) found.push(part.attrs.anchor)
  for (const child of childrenOf(part)) anchorsIn(child, found)
  return found
}

/** True for a text to unfold that has an anchor, and for what holds one. */
function holdsAnchor(part: DraftPart | AnyNode): boolean {
  if (part.type === 'details' && part.attrs.anchor) return true
  for (const child of childrenOf(part)) if (holdsAnchor(child)) return true
  return false
}

/** The anchors of texts to unfold, at any depth. */
export function detailsAnchors(blocks: readonly DraftBlock[]): string[] {
  return blocks.flatMap(({ part }) => anchorsIn(part))
}

function once<T extends DraftPart | AnyNode>(part: T, taken: Set<string>): T {
  if (part.type === 'details' && part.attrs.anchor !== null) {
    const { anchor } = part.attrs
    if (taken.has(anchor)) return once({ ...part, attrs: { ...part.attrs, anchor: null } }, taken)
    taken.add(anchor)
  }
  if (!holdsAnchor(part)) return part
  return Object.assign({}, part, { content: childrenOf(part).map((child) => once(child, taken)) })
}

/** An anchor leads to one place: of two texts with the same id, the second loses it. */
export function uniqueDetails(blocks: readonly DraftBlock[]): DraftBlock[] {
  const taken = new Set<string>()
  return blocks.map((block) =>
    holdsAnchor(block.part) ? { ...block, part: once(block.part, taken) } : block,
  )
}
