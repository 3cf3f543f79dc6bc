import type { Inline, ListItem } from '../../document/types.ts'
import type { Draft, DraftBlock, DraftEntry } from '../draft.ts'
import {
  hrefsOf,
  joinLines,
  plainLine,
  sliceInline,
  splitLines,
  textOf,
  trimInline,
  withoutMarks,
} from '../inline.ts'
import { contentOf, lineOf, mergedSpan, type Pass, paragraph, spliced, turned } from './block.ts'

const TITLE = String.raw`(?:le |en |notre )?(?:résumé|sommaire|synthèse)s?(?:\s*\/\s*(?:résumé|sommaire|synthèse))?(?: (?:de |du )(?:l['’]|cet |cette |ce )?(?:article|entretien|interview|reportage))?`
const HINT = String.raw`\s*(?:\(([^()]{3,160})\))?\s*:?`
const SUMMARY_TITLE = new RegExp(`^${TITLE}${HINT}$`, 'iu')
/** The title of the summary at the end of a line. */
export const SUMMARY_TITLE_AT_END = new RegExp(`(?<=\\s)${TITLE}\\s*\\([^()]{3,160}\\)\\s*:?\\s*$`, 'iu')
const LINK_LABEL =
  /^(?:accéder|aller|voir|lire|consulter|retrouver|sauter|passer|accès|descendre)(?!\p{L}).{0,40}(?<!\p{L})(?:résumé|sommaire|synthèse)(?!\p{L}).{0,50}$/iu

/** A hashtag as it is shown: letters, digits, apostrophes, hyphens inside, and a last "!" or "?". */
const HASHTAG = /^#[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_'’]|-(?=[\p{L}\p{N}])){0,80}[!?]*/u
const SEPARATOR = /^\s*[–—\-/:|→]?\s*/u
const BULLET = /^\s*[-–•*]\s*/u

/** Id that a line's first in-page link leads to. */
function inPageTarget(content: readonly Inline[]): string | null {
  return (
    hrefsOf(content)
      .find((href) => href.length > 1 && href.startsWith('#'))
      ?.slice(1) ?? null
  )
}

/** One entry: "#Tag – text"; null when the line does not begin with a hashtag or an in-page link. */
export function readEntry(line: Inline[]): DraftEntry | null {
  const bullet = BULLET.exec(textOf(line))?.[0].length ?? 0
  const content = trimInline(sliceInline(line, bullet))
  const text = textOf(content)
  const hashtag = HASHTAG.exec(text)?.[0] ?? null
  const first = content[0]
  const target = first ? inPageTarget([first]) : null
  if (!hashtag && !target) return null
  if (!hashtag)
    return {
      hashtag,
      target,
      content: withoutMarks(content, (mark) => mark.type === 'link' && mark.attrs.href.startsWith('#')),
    }
  const separator = SEPARATOR.exec(text.slice(hashtag.length))?.[0].length ?? 0
  return { hashtag, target, content: trimInline(sliceInline(content, hashtag.length + separator)) }
}

/** The line of a list item that holds paragraphs only. */
export function itemLine(item: ListItem): Inline[] | null {
  const lines = item.content.map((block) => (block.type === 'paragraph' ? (block.content ?? []) : null))
  const known = lines.filter((line) => line !== null)
  return known.length === lines.length ? joinLines(known) : null
}

/** Entries of a list, all of them or none. */
export function listEntries(block: DraftBlock | undefined): DraftEntry[] {
  if (block?.part.type !== 'bulletList' && block?.part.type !== 'orderedList') return []
  const entries = block.part.content.map((item) => readEntry(itemLine(item) ?? []))
  const known = entries.filter((entry) => entry !== null)
  return known.length === entries.length ? known : []
}

/** The entry of a paragraph; below a title, a hashtag without words is one too. */
function lineEntry(block: DraftBlock | undefined, titled: boolean): DraftEntry[] {
  const content = block?.part.type === 'paragraph' ? contentOf(block) : null
  const entry = content && readEntry(content)
  if (!entry?.hashtag || textOf(entry.content).startsWith('#')) return []
  return titled || entry.content.length > 0 || entry.target ? [entry] : []
}

/** Entries that begin at `index`: lists, or lines one after the other; `count` blocks hold them. */
function entriesAt(
  blocks: readonly DraftBlock[],
  index: number,
  titled: boolean,
): { items: DraftEntry[]; count: number } {
  const found: DraftEntry[][] = []
  for (let at = index; at < blocks.length; at++) {
    const listed = listEntries(blocks[at])
    const isMore = found.length === 0 || listed.every(({ hashtag }) => hashtag !== null)
    const here = listed.length > 0 && isMore ? listed : lineEntry(blocks[at], titled)
    if (here.length === 0) break
    found.push(here)
  }
  return { items: found.flat(), count: found.length }
}

/** A summary has hashtags, or a title of its own above two links into the text or more. */
function isSummary(items: readonly DraftEntry[], titled: boolean, last: boolean): boolean {
  const tagged = items.filter((item) => item.hashtag !== null).length
  return titled
    ? items.length > 0 && (tagged > 0 || last)
    : items.length > 1 && tagged === items.length && last
}

/** Cuts a paragraph that ends with a title and entries, or several entries: one paragraph for each of those lines. */
function splitEntryLines(block: DraftBlock): DraftBlock[] {
  const lines = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  const entry = lines.findLastIndex((line) => !readEntry(line)?.hashtag) + 1
  const titled = entry > 0 && SUMMARY_TITLE.test(textOf(lines[entry - 1] ?? []))
  const from = titled ? entry - 1 : entry
  if (lines.length < 2 || lines.length - from < 2) return [block]
  const before = from > 0 ? [joinLines(lines.slice(0, from))] : []
  return [...before, ...lines.slice(from)].map((content, index) => ({
    ...block,
    part: paragraph(content),
    ids: index === 0 ? block.ids : [],
  }))
}

/** The summary of #hashtags with its title and hint, and the link at the top of the text that leads to it. */
export const findSummary: Pass = (draft: Draft) => {
  const blocks = draft.blocks.flatMap(splitEntryLines)
  let seen = 0
  for (const [index, block] of blocks.entries()) {
    const title = SUMMARY_TITLE.exec(lineOf(block))
    if (index < seen && !title) continue
    const from = title ? index + 1 : index
    const { items, count } = entriesAt(blocks, from, title !== null)
    seen = from + count
    if (!isSummary(items, title !== null, from > blocks.length / 2)) continue
    const run = blocks.slice(index, from + count)
    const hint = title?.[1]?.trim() ?? null
    const words =
      title &&
      lineOf(block)
        .replace(/\s*\([^()]*\)/u, '')
        .replace(/\s*:\s*$/u, '')
        .trim()
    const summary: DraftBlock = {
      part: { type: 'draftSummary', title: words || null, hint, items },
      span: mergedSpan(run),
      confidence: title ? 0.95 : 0.7,
      ids: run.flatMap(({ ids }) => ids),
    }
    return findLink({ ...draft, blocks: spliced(blocks, index, run.length, summary) })
  }
  return draft
}

/** The first short line that invites to the summary, taken only when there is one. */
function findLink(draft: Draft): Draft {
  const index = draft.blocks.findIndex(
    (block) => block.part.type === 'paragraph' && LINK_LABEL.test(lineOf(block)),
  )
  const block = draft.blocks[index]
  if (!block || lineOf(block).length > 100) return draft
  const label = textOf(plainLine(contentOf(block) ?? [])).replace(/\s+/gu, ' ')
  const link = turned(block, { type: 'draftSummaryLink', label }, 0.95)
  return { blocks: spliced(draft.blocks, index, 1, link), flags: draft.flags }
}
