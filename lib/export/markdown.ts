import type { Block, Document, DocumentPart, Footnotes, Section, Summary } from '../document/types.ts'
import { entry, indented, markdownBlock, oneLine, type PictureAddress } from './markdown-blocks.ts'
import { escapeMarkdown, markdownLine } from './markdown-inline.ts'

/** Links inside the article need ids, which CommonMark gives to nothing. */
const anchor = (id: string): string => `<a id="${id}"></a>`

function section({ attrs, content }: Section, address: PictureAddress): string[] {
  const [heading, ...blocks] = content
  return [
    anchor(attrs.anchor),
    `${'#'.repeat(attrs.level)} ${oneLine(markdownLine(heading.content))}`,
    ...blocks.map((block: Block) => markdownBlock(block, address)),
  ]
}

function summary({ attrs, content }: Summary): string[] {
  const link = attrs.linkLabel === null ? [] : [`[${escapeMarkdown(attrs.linkLabel)}](#resume)`]
  const hint = attrs.hint === null ? [] : [escapeMarkdown(attrs.hint)]
  const items = content.map(
    (item) => `- ${entry(item.attrs.hashtag, item.attrs.target, markdownLine(item.content))}`,
  )
  return [
    ...link,
    anchor('resume'),
    `## ${escapeMarkdown(attrs.title ?? 'Résumé')}`,
    ...hint,
    items.join('\n'),
  ]
}

function notes({ content }: Footnotes): string[] {
  return content.map(({ attrs, content: paragraphs }) => {
    const words = paragraphs.map((paragraph) => markdownLine(paragraph.content)).join('\n\n')
    return indented(words, `[^${attrs.id}]: `, '    ')
  })
}

function part(node: DocumentPart, address: PictureAddress): string[] {
  switch (node.type) {
    case 'standfirst':
      return node.content.map(({ content }) => markdownLine(content))
    case 'section':
      return section(node, address)
    case 'summary':
      return summary(node)
    case 'footnotes':
      return notes(node)
    case 'credits':
      return node.content.map(({ content }) => markdownLine(content))
    case 'furtherReading': {
      const title = node.attrs.title === null ? [] : [escapeMarkdown(node.attrs.title)]
      return [...title, node.content.map(({ content }) => `- ${markdownLine(content)}`).join('\n')]
    }
    default:
      return [markdownBlock(node, address)]
  }
}

/** The columns of an article as YAML: each value as JSON, which YAML reads. */
export function frontMatter(columns: Record<string, unknown>): string {
  const lines = Object.entries(columns).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

/** The body of an article as CommonMark with footnotes (`[^1]`). */
export function markdown({ content }: Document, address: PictureAddress): string {
  const blocks = content.flatMap((node) => part(node, address)).filter((text) => text !== '')
  return `${blocks.join('\n\n')}\n`
}
