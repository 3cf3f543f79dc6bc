import { plainText } from '../document/text.ts'
import type { AnyNode, Document, Inline } from '../document/types.ts'
import { isStripped } from './convert.ts'
import type { Converted } from './draft.ts'
import type { SourceItem } from './source.ts'
import { countWords, missingWords, sourceWords, type Words } from './words.ts'

const isInline = (node: AnyNode): node is Inline =>
  node.type === 'text' || node.type === 'hardBreak' || node.type === 'footnoteRef'

/** The lines at and below a node that call a note. */
function linesWithCalls(node: AnyNode): Inline[][] {
  const children: readonly AnyNode[] = 'content' in node ? (node.content ?? []) : []
  const line = children.filter(isInline)
  if (line.some(({ type }) => type === 'footnoteRef')) return [line]
  return children.flatMap(linesWithCalls)
}

/** Addresses of players: the source may have shown them as words. */
function addressesBelow(node: AnyNode): string[] {
  if (node.type === 'embed') return [node.attrs.url]
  if (node.type === 'audio' || node.type === 'video') return node.attrs.sources
  const children: readonly AnyNode[] = 'content' in node ? (node.content ?? []) : []
  return children.flatMap(addressesBelow)
}

/** A line as text, with what stands in the place of each call. */
function lineText(line: readonly Inline[], call: (noteId: string) => string): string {
  const texts = line.map((node) =>
    node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : call(node.attrs.noteId),
  )
  return texts.join('')
}

/** The document shows numbers where the source printed markers: counts its words as the source printed them. */
function countPrinted(document: Document): Words {
  const words = countWords(plainText(document))
  const footnotes = document.content.flatMap((part) => (part.type === 'footnotes' ? part.content : []))
  const markers = new Map(footnotes.map(({ attrs }) => [attrs.id, attrs.marker ?? '']))
  for (const marker of markers.values()) countWords(marker, words)
  for (const line of linesWithCalls(document)) {
    for (const [word, count] of countWords(lineText(line, () => '')))
      words.set(word, (words.get(word) ?? 0) - count)
    countWords(
      lineText(line, (noteId) => markers.get(noteId) ?? ''),
      words,
    )
  }
  return words
}

/**
 * The proof that nothing is lost: words of the source's content that are neither in the document nor named in a flag,
 * with how many are missing. Empty for every conversion that is right.
 */
export function lostWords(item: SourceItem, { document, flags }: Converted): Words {
  const kept = countPrinted(document)
  for (const text of [...flags.map(({ detail }) => detail), ...addressesBelow(document)])
    countWords(text, kept)
  return missingWords(sourceWords(item.content, { stripped: isStripped(item) }), kept)
}
