import type { Inline, Mark } from '../document/types.ts'
import type { DraftBlock } from './draft.ts'
import { mapLines } from './map-lines.ts'
import { paragraph } from './passes/block.ts'

/** The id that a number above the line leads to (`note-3`), or null for any other text. */
function calledId(node: Inline): string | null {
  if (node.type !== 'text' || !node.marks?.some((mark) => mark.type === 'superscript')) return null
  return node.marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href.slice(1)] : []))[0] ?? null
}

const isOwnMark = (mark: Mark): boolean => mark.type === 'superscript' || mark.type === 'link'

/** The call that a text is, when the note it leads to is one of `ranks`. */
function toCall(node: Inline, ranks: ReadonlyMap<string, string>): Inline {
  const noteId = ranks.get(calledId(node) ?? '')
  if (noteId === undefined) return node
  const marks = node.marks?.filter((mark) => !isOwnMark(mark)) ?? []
  return { type: 'footnoteRef', attrs: { noteId }, ...(marks.length > 0 ? { marks } : {}) }
}

/**
 * Numbers above the line that lead to a written note become its calls; `printed` are the numbers that stood there. A
 * note that nothing calls is a paragraph.
 */
export function numberCalls(blocks: readonly DraftBlock[]): { blocks: DraftBlock[]; printed: string[] } {
  const called = new Set<string>()
  const printed: string[] = []
  const look = (content: Inline[]) => {
    for (const node of content) {
      const id = calledId(node)
      if (id) called.add(id)
    }
    return content
  }
  for (const { part } of blocks) mapLines(part, look)
  const isCalled = ({ part, ids }: DraftBlock) => part.type === 'draftFootnote' && called.has(ids[0] ?? '')
  const ranks = new Map(
    blocks.filter(isCalled).map(({ ids }, index): [string, string] => [ids[0] ?? '', String(index + 1)]),
  )
  const turn = (content: Inline[]) =>
    content.map((node) => {
      const turned = toCall(node, ranks)
      if (turned !== node && node.type === 'text') printed.push(node.text)
      return turned
    })
  const numbered = blocks.map((block): DraftBlock => {
    const part = mapLines(block.part, turn)
    return part.type === 'draftFootnote' && !isCalled(block)
      ? { ...block, part: paragraph(part.content) }
      : { ...block, part }
  })
  return { blocks: numbered, printed }
}
