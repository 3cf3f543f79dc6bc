import { plainText } from '../document/text.ts'
import type { AnyNode, Document } from '../document/types.ts'
import { isStripped } from './convert.ts'
import type { Converted } from './draft.ts'
import type { SourceItem } from './source.ts'
import { countWords, missingWords, sourceWords, type Words } from './words.ts'

/** The notes called at and below a node, one id a call. */
function callsBelow(node: AnyNode): string[] {
  if (node.type === 'footnoteRef') return [node.attrs.noteId]
  const children: readonly AnyNode[] = 'content' in node ? (node.content ?? []) : []
  return children.flatMap(callsBelow)
}

/** Addresses of players: the source may have shown them as words. */
function addressesBelow(node: AnyNode): string[] {
  if (node.type === 'embed') return [node.attrs.url]
  if (node.type === 'audio' || node.type === 'video') return node.attrs.sources
  const children: readonly AnyNode[] = 'content' in node ? (node.content ?? []) : []
  return children.flatMap(addressesBelow)
}

/** What the source printed for its notes: once at each note, once at each call. The document shows numbers instead. */
function printedMarkers({ content }: Document): string[] {
  const markers = new Map<string, string>()
  for (const part of content) {
    if (part.type !== 'footnotes') continue
    for (const { attrs } of part.content) markers.set(attrs.id, attrs.marker ?? '')
  }
  return [...markers.values(), ...content.flatMap(callsBelow).map((id) => markers.get(id) ?? '')]
}

/**
 * The proof that nothing is lost: words of the source's content that are neither in the document nor named in a flag,
 * with how many are missing. Empty for every conversion that is right.
 */
export function lostWords(item: SourceItem, { document, flags }: Converted): Words {
  const kept = countWords(plainText(document))
  for (const { detail } of flags) countWords(detail, kept)
  for (const words of [...printedMarkers(document), ...addressesBelow(document)]) countWords(words, kept)
  return missingWords(sourceWords(item.content, { stripped: isStripped(item) }), kept)
}
