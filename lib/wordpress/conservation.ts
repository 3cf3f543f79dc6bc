import { textLines } from '../document/text.ts'
import type { AnyNode, Document } from '../document/types.ts'
import { documentCounts, type Proof, sourceCounts } from './counts.ts'
import type { Flag } from './draft.ts'
import { isStripped, type SourceItem } from './source.ts'
import { countWords, missingWords, shownText, type Words } from './words.ts'

/** Addresses of players: the source may have shown them as words. */
function addressesBelow(node: AnyNode, found: string[] = []): string[] {
  if (node.type === 'embed') found.push(node.attrs.url)
  else if (node.type === 'audio' || node.type === 'video') found.push(...node.attrs.sources)
  else if ('content' in node && node.content) for (const child of node.content) addressesBelow(child, found)
  return found
}

/** The text of a document with the markers that the source printed, where the document shows numbers. */
function printedText(document: Document): string[] {
  const footnotes = document.content.flatMap((part) => (part.type === 'footnotes' ? part.content : []))
  const markers = new Map(footnotes.map(({ attrs }) => [attrs.id, attrs.marker ?? '']))
  return [...textLines(document, (noteId) => markers.get(noteId) ?? ''), ...markers.values()]
}

/** The words of two texts but for those of the lines that stand in both. */
function wordsApart(one: string, other: string): [Words, Words] {
  const twins = new Map<string, number>()
  for (const line of linesOf(other)) twins.set(line, (twins.get(line) ?? 0) + 1)
  const ones: Words = new Map()
  for (const line of linesOf(one)) {
    const left = twins.get(line) ?? 0
    if (left > 0) twins.set(line, left - 1)
    else countWords(line, ones)
  }
  const others: Words = new Map()
  for (const [line, left] of twins) for (let time = 0; time < left; time += 1) countWords(line, others)
  return [ones, others]
}

const trimmed = (line: string): string => line.trim()
const linesOf = (text: string): string[] => text.split('\n').map(trimmed)

const CODE = 'words-lost'
/** A flag is read by people: it names so many words, then how many more. */
const NAMED = 60

/**
 * The proof that nothing is lost: words of the source's content that are neither in the document nor named in a flag,
 * with how many are missing. Empty for every conversion that is right.
 */
export function lostWords(
  item: SourceItem,
  { document, flags }: { document: Document; flags: readonly Flag[] },
  source = shownText(item.content, { stripped: isStripped(item) }),
): Words {
  const details = flags.filter(({ code }) => code !== CODE).map(({ detail }) => detail)
  const kept = [...printedText(document), ...details, ...addressesBelow(document)].join('\n')
  // Most lines stand on both sides: their words need not be counted to know that none is missing.
  const lost = missingWords(...wordsApart(source, kept))
  return lost.size === 0 ? lost : missingWords(countWords(source), countWords(kept))
}

/** What shows that a conversion lost nothing. `flags` but for the one that names a loss. */
export function prove(item: SourceItem, document: Document, flags: readonly Flag[]): Proof {
  const shown = shownText(item.content, { stripped: isStripped(item) })
  const { became, counts } = documentCounts(document)
  return {
    became,
    counts: { in: sourceCounts(item.content, shown), out: counts },
    lostWords: Object.fromEntries(lostWords(item, { document, flags }, shown)),
  }
}

/** The flag that names the words lost by a fault of the converter; none when the proof holds. */
export function lossFlags(lost: Proof['lostWords']): Flag[] {
  const words = Object.entries(lost).map(([word, count]) => (count > 1 ? `${word} ×${count}` : word))
  if (words.length === 0) return []
  const more = words.length > NAMED ? [`et ${words.length - NAMED} autres`] : []
  const detail = [...words.slice(0, NAMED), ...more].join(', ')
  return [{ code: CODE, detail, confidence: null, span: null }]
}
