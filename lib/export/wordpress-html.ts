import type { Block, Document, DocumentPart } from '../document/types.ts'
import { element } from '../html.ts'
import { WRITTEN } from '../wordpress/written.ts'
import { blockHtml } from './block-html.ts'
import { inlineHtml } from './inline-html.ts'
import { captionedHtml } from './media-html.ts'
import {
  bylineHtml,
  creditHtml,
  furtherReadingHtml,
  headingHtml,
  notesHtml,
  summaryHtml,
} from './parts-html.ts'

type Byline = { people: readonly { name: string; role: string }[]; text: string }

const topHtml = (block: Block): string => (block.type === 'figure' ? captionedHtml(block) : blockHtml(block))

function partHtml(part: DocumentPart): string[] {
  switch (part.type) {
    case 'standfirst':
      return part.content.map(({ content }) =>
        element('p', { class: 'chapo-standfirst' }, inlineHtml(content)),
      )
    case 'section': {
      const [, ...blocks] = part.content
      return [headingHtml(part), ...blocks.map(topHtml)]
    }
    case 'summary':
      return summaryHtml(part)
    case 'footnotes':
      return [notesHtml(part)]
    case 'credits':
      return part.content.map(creditHtml)
    case 'furtherReading':
      return [furtherReadingHtml(part)]
    default:
      return [topHtml(part)]
  }
}

/**
 * The `content` of an article for WordPress: classic HTML that any theme shows and that `convert` reads back to the
 * same document, byline included.
 */
export function wordpressHtml({ content }: Document, byline: Byline): string {
  const signature = byline.people.length > 0 ? [bylineHtml(byline.people, byline.text)] : []
  return [WRITTEN, ...signature, ...content.flatMap(partHtml)].join('\n\n')
}
