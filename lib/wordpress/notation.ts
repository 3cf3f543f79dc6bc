import type { Block, Document, DocumentPart, Inline, Section } from '../document/types.ts'
import type { Converted } from './draft.ts'

/** A document in the neutral notation of the answer keys, for the converter's tests. */

export type Noted = { type: string; [key: string]: unknown }

const KINDS = {
  question: 'question',
  section: 'section',
  ordinal: 'enumerated',
  timecoded: 'timecoded',
  audience: 'audience-question',
}

const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim()

function part<T extends DocumentPart['type']>(
  document: Document,
  type: T,
): Extract<DocumentPart, { type: T }> | undefined {
  return document.content.find((child): child is Extract<DocumentPart, { type: T }> => child.type === type)
}

/** Sections in order; the key counts them from 1. */
export function sectionsOf(document: Document): Section[] {
  return document.content.filter((child): child is Section => child.type === 'section')
}

/** The text of a line with the markers that the source printed for its notes. */
export function lineText(document: Document, content: readonly Inline[] = []): string {
  const markers = new Map(
    part(document, 'footnotes')?.content.map(({ attrs }) => [attrs.id, attrs.marker ?? '']),
  )
  const texts = content.map((node) =>
    node.type === 'text'
      ? node.text
      : node.type === 'hardBreak'
        ? ' '
        : (markers.get(node.attrs.noteId) ?? ''),
  )
  return squeeze(texts.join(''))
}

function paragraphTexts(document: Document, blocks: readonly { type: string; content?: unknown }[]): string {
  return blocks
    .map((block) =>
      block.type === 'paragraph' && Array.isArray(block.content) ? lineText(document, block.content) : '',
    )
    .join(' ')
}

function notedBlock(document: Document, block: Block): Noted {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', text: lineText(document, block.content) }
    case 'figure':
      return {
        type: 'figure',
        attachmentId: block.attrs.attachmentId,
        width: block.attrs.width,
        align: `align${block.attrs.align ?? 'none'}`,
        caption: lineText(document, block.content?.[0].content),
      }
    case 'pullQuote':
      return {
        type: 'pullQuote',
        text: paragraphTexts(document, block.content),
        attribution: block.attrs.attribution,
      }
    case 'bulletList':
    case 'orderedList':
      return {
        type: 'list',
        ordered: block.type === 'orderedList',
        items: block.content.map((item) => paragraphTexts(document, item.content)),
      }
    default:
      return { type: block.type }
  }
}

/** Every section as the key writes it. */
export function notedSections(document: Document): Noted[] {
  return sectionsOf(document).map(({ attrs, content: [heading, ...blocks] }, index) => ({
    type: 'section',
    n: index + 1,
    kind: KINDS[attrs.kind],
    level: attrs.level,
    timecodeSeconds: attrs.timecode,
    heading: lineText(document, heading.content),
    blocks: blocks.map((block) => notedBlock(document, block)),
  }))
}

/** What stands around the sections. */
export function notedMatter({ document, credits, kind, title }: Converted) {
  const anchors = sectionsOf(document).map(({ attrs }) => attrs.anchor)
  const summary = part(document, 'summary')
  const target = (anchor: string) => anchors.indexOf(anchor) + 1
  return {
    kind,
    title,
    byline: credits,
    standfirst: squeeze(
      (part(document, 'standfirst')?.content ?? [])
        .map(({ content }) => lineText(document, content))
        .join(' '),
    ),
    summaryLink: summary?.attrs.linkLabel ?? null,
    summaryHeading: summary ? { title: summary.attrs.title, hint: summary.attrs.hint } : null,
    summary: (summary?.content ?? []).map(({ attrs, content }) => ({
      hashtag: attrs.hashtag,
      text: lineText(document, content),
      target: target(attrs.target),
    })),
    footnotes: (part(document, 'footnotes')?.content ?? []).map(({ attrs, content }) => ({
      marker: attrs.marker,
      text: content.map((child) => lineText(document, child.content)).join(' '),
    })),
    furtherReading: (part(document, 'furtherReading')?.content ?? []).map(({ content }) =>
      lineText(document, content),
    ),
    credits: (part(document, 'credits')?.content ?? []).map(({ attrs, content }) => ({
      ...attrs,
      text: lineText(document, content),
    })),
    contents: document.content.flatMap((child) =>
      child.type === 'contents'
        ? child.content.map(({ attrs, content }) => ({
            text: lineText(document, content),
            target: target(attrs.target),
          }))
        : [],
    ),
    intro: document.content.flatMap((child) =>
      child.type === 'paragraph' ? [lineText(document, child.content)] : [],
    ),
  }
}
