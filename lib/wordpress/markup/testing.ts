import type { AnyNode, Inline } from '../../document/types.ts'
import type { Attachment, Draft, DraftBlock, DraftPart } from '../draft.ts'
import { readMarkup } from '../markup.ts'
import { countWords, type Words } from '../words.ts'

/** For tests: the draft of a content, with attachments when the test needs some. */
export function draftOf(
  content: string,
  attachments: Attachment[] = [],
  itemId = 1,
  stripped = false,
): Draft {
  const known = new Map(attachments.map((attachment) => [attachment.id, attachment]))
  return readMarkup(content, { context: { attachments: known, hosts: ['s.test'] }, itemId, stripped })
}

/** For tests: the parts of a content, without their places. */
export function partsOf(content: string, attachments: Attachment[] = []): DraftPart[] {
  return draftOf(content, attachments).blocks.map(({ part }) => part)
}

/** For tests: the flags of a content as `code:detail`. */
export function flagsOf(content: string, attachments: Attachment[] = []): string[] {
  return draftOf(content, attachments).flags.map(({ code, detail }) => (detail ? `${code}:${detail}` : code))
}

/** For tests: one line a block, `type` and its words, marks left out. */
export function outline(content: string): string[] {
  return partsOf(content).map((part) => `${part.type}: ${linesOf(part).join(' / ')}`)
}

/** For tests: an attachment of the media library. */
export function attachment(id: number, url: string, said: Partial<Attachment> = {}): Attachment {
  return { id, url, width: null, height: null, alt: null, caption: '', parent: 0, menuOrder: 0, ...said }
}

/** For tests: one line for each text that a part shows, attributes that hold text included. */
export function linesOf(part: DraftPart | AnyNode): string[] {
  const attributes = 'attrs' in part ? Object.entries(part.attrs) : []
  const shown = attributes.flatMap(([name, value]) =>
    SHOWN.has(name) && typeof value === 'string' ? [value] : [],
  )
  const children: readonly AnyNode[] = 'content' in part && part.content ? part.content : []
  const inline = children.filter(isInline)
  if (inline.length > 0) return [...shown, inline.map(textOfInline).join('')]
  return [...shown, ...children.flatMap((child) => linesOf(child))]
}
const SHOWN = new Set(['attribution', 'title', 'fallback', 'raw', 'url', 'html'])

function isInline(node: AnyNode): node is Inline {
  return node.type === 'text' || node.type === 'hardBreak' || node.type === 'footnoteRef'
}
const textOfInline = (node: Inline): string => (node.type === 'text' ? node.text : '\n')

/** For tests: the words that a draft shows. */
export function shownWords(blocks: readonly DraftBlock[]): Words {
  return countWords(blocks.flatMap(({ part }) => linesOf(part)).join('\n'))
}
