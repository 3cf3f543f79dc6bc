import type { Draft, DraftBlock } from '../draft.ts'
import { flag, lineOf, type Pass, splitParagraph } from './block.ts'
import { readCredit } from './credit-line.ts'
import { readHeadingLine, readTimecode } from './heading-line.ts'
import { ordinalsIn } from './ordinal.ts'
import { SUMMARY_TITLE_AT_END } from './summary.ts'

/** Where a list begins on the line of its lead: "comme :- Utiliser …". */
function listCut(line: string, next: string): number[] {
  const match = /:\s?(?=[-–•]\s+\S)/u.exec(line)
  return match && /^[-–•]\s/u.test(next) ? [match.index + match[0].length] : []
}

/** Where the title of the summary begins on the line of the text before it. */
function summaryCut(line: string, next: string): number[] {
  const match = SUMMARY_TITLE_AT_END.exec(line)
  const titled = match && match.index > 0 && /^\p{Lu}/u.test(match[0])
  return titled && /^(?:[-–•*]\s*)?#\p{L}/u.test(next) ? [match.index] : []
}

/** Where a credit begins after the lead of a lost player: "La vidéo complète (1h13): Tournage et montage X". */
function creditCut(line: string): number[] {
  const match = /[:.]\s(?=(?:Tournage|Montage|Captation|Crédits?|Photos?|Visuels?)(?!\p{L}))/u.exec(line)
  if (!match) return []
  const cut = match.index + match[0].length
  return readCredit(line.slice(cut).trim(), '', []) ? [cut] : []
}

/** Where a heading begins right after the full stop of a paragraph: "… section suivante.Les chatbots (1:00)". */
function headingCut(line: string): number[] {
  const [last] = [...line.matchAll(/(?<=\p{Ll}{3}[)”»"]?[.?!…])(?=[\p{Lu}\d])/gu)].slice(-1)
  if (!last || last.index < 20) return []
  const rest = line.slice(last.index).trim()
  const bare = rest.replace(/(?:\.{3}|…|\?)$/u, '')
  const words = rest.split(/\s+/u).length
  const fits = rest.length <= 120 && !/[.!;]/u.test(bare) && (words >= 3 || readTimecode(rest) !== null)
  return fits && readHeadingLine(rest, true) ? [last.index] : []
}

/**
 * Where numbered headings begin inside a line. The series is opened by a line that begins with a number, or by a first
 * one with its colon; it goes on only with the next number and the same noun. Each stands right after the end of a
 * sentence: "2e position" is no heading.
 */
function ordinalCuts(line: string, series: Map<string, number>): number[] {
  const cuts: number[] = []
  for (const { start, end, noun, rank } of ordinalsIn(line)) {
    const opens = start === 0 || (rank === 1 && /^\s?:/u.test(line.slice(end)))
    const goesOn = series.get(noun) === rank - 1
    const before = line.slice(0, start)
    const glued = /[.!?…”»"]$/u.test(before) && (!/\d\.$/u.test(before) || /^\s?:/u.test(line.slice(end)))
    if (start > 0 && !(glued && (opens || goesOn))) continue
    series.set(noun, rank)
    if (start > 0) cuts.push(start)
  }
  return cuts
}

/**
 * A dump that lost its tags lost the line breaks between some blocks too. Cuts a paragraph where a list, a numbered
 * heading, a last heading, a credit or the summary's title is glued to it.
 */
export const splitGlued: Pass = (draft: Draft, { stripped }) => {
  if (!stripped) return draft
  const series = new Map<string, number>()
  const flags = [...draft.flags]
  const blocks = draft.blocks.flatMap((block, index): DraftBlock[] => {
    const line = block.part.type === 'paragraph' ? lineOf(block) : ''
    if (line === '') return [block]
    const next = draft.blocks[index + 1]
    const list = listCut(line, lineOf(next))
    if (list.length > 0)
      flags.push(flag('list-inferred', line.slice(list[0]).trim().slice(0, 80), 0.9, block.span))
    const cuts = [
      ...ordinalCuts(line, series),
      ...list,
      ...summaryCut(line, lineOf(next)),
      ...creditCut(line),
      ...(next ? headingCut(line) : []),
    ]
    return splitParagraph(
      block,
      [...new Set(cuts)].sort((a, b) => a - b),
    )
  })
  return { blocks, flags }
}
