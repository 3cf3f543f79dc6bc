import type { FurtherReadingItem, Inline } from '../../document/types.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { hrefsOf, plainLine, sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { contentOf, flag, lineOf, mergedSpan, type Pass, spliced } from './block.ts'
import { itemLine } from './summary.ts'

const TITLE =
  /^(?:pour (?:en savoir (?:plus|davantage)|aller plus loin)|en savoir (?:plus|davantage)|(?:à )?lire (?:aussi|également)|à voir (?:aussi|également)|voir (?:aussi|également)|à (?:lire|voir|écouter)|liens utiles|sur le même sujet|plus d['’]info(?:rmation)?s?|liens)(?:\s+sur\s+[^:,]{2,60})?\s*(?::|$)/iu
const MAX_TEXT = 1000
/** Links in the middle of the text belong there. */
const MAX_AFTER = 500
const MAX_LINE = 220
const MAX_ITEMS = 12
/** Determiner and noun of a resource, after a word that calls for no complement: where a lost link probably began. */
const GLUED =
  /(?<!(?<!\p{L})(?:de|du|des|à|au|sur|avec|dans|par|pour|et|ou)) (?=(?:le|la|les|un|une|l['’])\s?(?:site|page|appli|application|entretien|interview|article|blog|vidéo|livre|compte|chaîne)(?!\p{L}))/giu

function item(content: Inline[]): FurtherReadingItem {
  return { type: 'furtherReadingItem', content: plainLine(content) }
}

/** The items that a block gives: its lines when all are short, the items of its list; null when it is something else. */
function itemsOf(block: DraftBlock | undefined): FurtherReadingItem[] | null {
  if (block?.part.type === 'bulletList') {
    const lines = block.part.content
      .map(itemLine)
      .filter((line) => line !== null && textOf(line).trim() !== '')
    return lines.length === block.part.content.length ? lines.map((line) => item(line ?? [])) : null
  }
  const lines = block?.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  const short = lines.every((line) => textOf(line).length <= MAX_LINE || isMostlyLink(line))
  return lines.length > 0 && short ? lines.map(item) : null
}

/** A long line is a resource when its link covers half of it: else it is prose. */
function isMostlyLink(line: Inline[]): boolean {
  const linked = line.filter((node) => node.marks?.some(({ type }) => type === 'link'))
  return textOf(linked).length * 2 >= textOf(line).length
}

function isLink({ content }: FurtherReadingItem): boolean {
  return hrefsOf(content).length > 0
}

/** Blocks after the title that belong to it: at least one, then as long as they are of the same sort. */
function following(blocks: readonly DraftBlock[], from: number): FurtherReadingItem[][] {
  const found: FurtherReadingItem[][] = []
  for (let at = from; at < blocks.length && found.flat().length < MAX_ITEMS; at++) {
    const items = itemsOf(blocks[at])
    const goesOn = found.length === 0 || (found.flat().every(isLink) && items?.every(isLink))
    if (!items || !goesOn) break
    found.push(items)
  }
  return found
}

/** A title, how many blocks below belong to it, and its items: links, unless the text lost its tags. */
type Reading = { title: string; count: number; items: FurtherReadingItem[] }

function readAt(blocks: readonly DraftBlock[], index: number, stripped: boolean): Reading | null {
  const content = contentOf(blocks[index])
  const lines = splitLines(content ?? [])
  const title = TITLE.exec(textOf(lines[0] ?? []))?.[0] ?? ''
  if (title === '' || textOf(content ?? []).length > MAX_TEXT) return null
  const own = [trimInline(sliceInline(lines[0] ?? [], title.length)), ...lines.slice(1)].filter(
    (line) => line.length > 0,
  )
  const below = own.length > 0 ? [] : following(blocks, index + 1)
  const items = own.length > 0 ? own.map(item) : below.flat()
  const after = blocks.slice(index + 1 + below.length).reduce((sum, block) => sum + lineOf(block).length, 0)
  const counts = items.length > 0 && (stripped || items.some(isLink)) && after <= MAX_AFTER
  return counts ? { title: title.trim(), count: below.length, items } : null
}

/** "Pour en savoir plus :" and what follows, on the same line, on the lines below or in a list. */
export const findFurtherReading: Pass = (draft: Draft, { stripped }) => {
  const half = Math.floor(draft.blocks.length / 2)
  const index = draft.blocks.findLastIndex((_, at) => at >= half && readAt(draft.blocks, at, stripped))
  const read = readAt(draft.blocks, index, stripped)
  if (!read) return draft
  const run = draft.blocks.slice(index, index + 1 + read.count)
  const reading: DraftBlock = {
    part: { type: 'draftFurtherReading', title: read.title, items: read.items },
    span: mergedSpan(run),
    confidence: 0.9,
    ids: run.flatMap(({ ids }) => ids),
  }
  const glued = stripped
    ? read.items.map((each) => textOf(each.content)).filter((text) => text.search(GLUED) > 0)
    : []
  const flags = glued.map((text) => flag('further-reading-glued', text, 0.5, reading.span))
  return { blocks: spliced(draft.blocks, index, run.length, reading), flags: [...draft.flags, ...flags] }
}
