import type { Block, DocumentPart, Inline } from '../document/types.ts'
import { convert } from './convert.ts'
import { sourceItem, strippedItem } from './fixtures.ts'
import type { SourceItem } from './source.ts'

/** A document as one line of text a part, for the tests of the structure. */

/** Words of a line: a slash for a line break, `^1` for the call of note 1. */
function words(content: readonly Inline[] = []): string {
  const texts = content.map((node) =>
    node.type === 'text' ? node.text : node.type === 'hardBreak' ? ' / ' : `^${node.attrs.noteId}`,
  )
  return texts.join('')
}

function blockLine(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return words(block.content)
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map(({ content }) =>
        content.map((child) => (child.type === 'paragraph' ? words(child.content) : child.type)).join(' / '),
      )
      return `${block.type === 'orderedList' ? block.attrs.start : '•'} ${items.join(' • ')}`
    }
    case 'pullQuote':
      return `exergue[${block.attrs.attribution ?? ''}] ${block.content.map(({ content }) => words(content)).join(' / ')}`
    case 'blockquote': {
      const lines = block.content.map((child) =>
        child.type === 'paragraph' ? words(child.content) : child.type,
      )
      return `citation[${block.attrs.attribution ?? ''}] ${lines.join(' / ')}`
    }
    default:
      return `(${block.type})`
  }
}

function partLines(part: DocumentPart): string[] {
  switch (part.type) {
    case 'standfirst':
      return part.content.map(({ content }) => `chapô: ${words(content)}`)
    case 'section': {
      const [heading, ...blocks] = part.content
      return [
        `${part.attrs.kind}: ${words(heading.content)}`,
        ...blocks.map((block) => `  ${blockLine(block)}`),
      ]
    }
    case 'summary':
      return part.content.map(({ attrs, content }) => `${attrs.hashtag} → ${attrs.target}: ${words(content)}`)
    case 'footnotes':
      return part.content.map(
        ({ attrs, content }) =>
          `note ${attrs.id} ${attrs.marker}: ${content.map((child) => words(child.content)).join(' / ')}`,
      )
    case 'credits':
      return part.content.map(({ attrs, content }) => {
        const people = attrs.people.map(({ name, role }) => `${name} ${role}`).join(', ')
        const where = [attrs.place, attrs.date].filter((each) => each !== null)
        return `${attrs.kind}[${[people, ...where].join(' · ')}]: ${words(content)}`
      })
    case 'furtherReading':
      return part.content.map(({ content }) => `lire: ${words(content)}`)
    default:
      return [blockLine(part)]
  }
}

/** The lines of an item's document, its byline as "Name role", and the codes of what was flagged. */
export function outlineOf(item: SourceItem): { lines: string[]; byline: string[]; flags: string[] } {
  const { document, credits, flags } = convert(item, { attachments: new Map(), hosts: [] })
  return {
    lines: document.content.flatMap(partLines),
    byline: credits.map(({ name, role }) => `${name} ${role}`),
    flags: flags.map(({ code }) => code),
  }
}

/** A name, what the source is, its content, the lines of the outline, and what else the item holds. */
export type StructureCase = [
  string,
  'classic' | 'stripped',
  string,
  string[],
  { title?: string; excerpt?: string }?,
]

const PROSE = {
  '@A': 'La ville a changé depuis dix ans, et les habitants le disent volontiers à qui veut bien les entendre sur la place du marché.',
  '@B': 'Nous avons commencé petit, avec trois machines et beaucoup de patience, puis les commandes sont arrivées une à une.',
}

/** `@A` and `@B` stand for a paragraph of prose. */
export function filled(text: string): string {
  return text.replaceAll('@A', PROSE['@A']).replaceAll('@B', PROSE['@B'])
}

/** The outline of a case, its byline as a last line. */
export function outlined(form: 'classic' | 'stripped', source: string, given: Partial<SourceItem>): string[] {
  const content = filled(source)
  const item = form === 'stripped' ? strippedItem(content, given) : sourceItem({ content, ...given })
  const { lines, byline } = outlineOf(item)
  return byline.length > 0 ? [...lines, `signé ${byline.join(', ')}`] : lines
}
