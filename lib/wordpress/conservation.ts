import { plainText } from '../document/text.ts'
import type { AnyNode, Document, Inline } from '../document/types.ts'
import type { Converted, Flag } from './draft.ts'
import { isStripped, type SourceItem } from './source.ts'
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
  if (footnotes.length === 0) return words
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

const CODE = 'words-lost'
/** A flag is read by people: it names so many words, then how many more. */
const NAMED = 60

/**
 * The proof that nothing is lost: words of the source's content that are neither in the document nor named in a flag,
 * with how many are missing. Empty for every conversion that is right.
 */
export function lostWords(
  item: SourceItem,
  { document, flags }: Pick<Converted, 'document' | 'flags'>,
): Words {
  const kept = countPrinted(document)
  const details = flags.filter(({ code }) => code !== CODE).map(({ detail }) => detail)
  for (const text of [...details, ...addressesBelow(document)]) countWords(text, kept)
  return missingWords(sourceWords(item.content, { stripped: isStripped(item) }), kept)
}

/** The flag that names the words lost by a fault of the converter; none when the proof holds. */
export function lossFlags(lost: Words): Flag[] {
  if (lost.size === 0) return []
  const words = [...lost].map(([word, count]) => (count > 1 ? `${word} ×${count}` : word))
  const more = words.length > NAMED ? [`et ${words.length - NAMED} autres`] : []
  const detail = [...words.slice(0, NAMED), ...more].join(', ')
  return [{ code: CODE, detail, confidence: null, span: null }]
}
