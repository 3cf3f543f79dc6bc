import { textLines } from '../document/text.ts'
import type { Document, Section, SummaryItem } from '../document/types.ts'

/**
 * What a search finds: an article's head, or one of its sections, so that a hit lands on the question that answers.
 * Pure: the index is made from this, and so are the excerpts, which are not stored twice.
 */
export type Unit = {
  /** Null for the head: the article itself. */
  anchor: string | null
  /** The section's heading; '' for the head */
  heading: string
  /** What readers read first: standfirst, tags, people; the summary's words that lead to the section */
  summary: string
  body: string
}

/** Ids of units are `article × UNITS + place`: sections past the last place are added to it. */
export const UNITS = 1024

const joined = (lines: readonly string[]): string => lines.join('\n')

function entriesByTarget(document: Document): Map<string, SummaryItem[]> {
  const items = document.content.flatMap((part) => (part.type === 'summary' ? part.content : []))
  return Map.groupBy(items, ({ attrs }) => attrs.target)
}

function sectionUnit({ attrs, content }: Section, entries: Map<string, SummaryItem[]>): Unit {
  const [heading, ...blocks] = content
  return {
    anchor: attrs.anchor,
    heading: joined(textLines(heading)),
    summary: joined((entries.get(attrs.anchor) ?? []).flatMap((item) => textLines(item))),
    body: joined(blocks.flatMap((block) => textLines(block))),
  }
}

function mergeRest(units: Unit[]): Unit[] {
  if (units.length <= UNITS) return units
  const rest = units.splice(UNITS - 1)
  const [first] = rest
  if (first) units.push({ ...first, body: joined(rest.flatMap(({ heading, body }) => [heading, body])) })
  return units
}

/** The head first, then the sections in their order. */
export function unitsOf(document: Document, standfirst: string): Unit[] {
  const entries = entriesByTarget(document)
  const sections = document.content.filter((part) => part.type === 'section')
  const others = document.content.filter(
    ({ type }) => type !== 'section' && type !== 'standfirst' && type !== 'summary',
  )
  const head = {
    anchor: null,
    heading: '',
    summary: standfirst,
    body: joined(others.flatMap((part) => textLines(part))),
  }
  return mergeRest([head, ...sections.map((section) => sectionUnit(section, entries))])
}
