import { textLines, wordCount } from '../../lib/document/text.ts'
import type { AnyNode, Document } from '../../lib/document/types.ts'

/** What folds, or scrolls by itself: a note called from there has no steady place beside it. */
const ENCLOSED = new Set<AnyNode['type']>(['details', 'table', 'summary'])

function callsIn(node: AnyNode): string[] {
  if (ENCLOSED.has(node.type)) return []
  if (node.type === 'footnoteRef') return [node.attrs.noteId]
  return 'content' in node && node.content ? node.content.flatMap((child: AnyNode) => callsIn(child)) : []
}

/** The margin holds about a third of the words of the column beside it. */
const ROOM = 3

/**
 * Whether the notes may stand in the margin of a wide screen: each has a call in the run of the text, they fit beside it,
 * and no number of a section needs the same margin.
 */
export function fitInMargin(document: Document): boolean {
  const notes = document.content.find((part) => part.type === 'footnotes')
  if (!notes) return false
  const text = document.content.filter((part) => part !== notes)
  const calls = new Set(text.flatMap(callsIn))
  const words = (parts: readonly AnyNode[]) => wordCount(parts.flatMap((part) => textLines(part)).join(' '))
  return (
    notes.content.every((note) => calls.has(note.attrs.id)) &&
    words(notes.content) * ROOM <= words(text) &&
    !text.some((part) => part.type === 'section' && part.attrs.ordinal !== null)
  )
}
