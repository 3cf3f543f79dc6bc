import type {
  Audio,
  CodeBlock,
  ContainedBlock,
  Details,
  Embed,
  Figure,
  ListItem,
  Video,
} from '../document/types.ts'
import { blockHtml } from './block-html.ts'
import { escapeMarkdown, markdownAddress, markdownLine } from './markdown-inline.ts'

/** Where the file of a picture stands, or of the poster of a player, seen from the Markdown file; null when it is nowhere. */
export type PictureAddress = (node: Figure | Embed) => string | null

/** Lines under a sign: quotations and items of lists. Empty lines inside a list stay empty. */
export function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) =>
      index === 0 ? `${first}${line}` : line === '' ? others.trimEnd() : `${others}${line}`,
    )
    .join('\n')
}

function captionOf({ content }: Figure | Embed | Audio | Video): string {
  return content ? markdownLine(content[0].content) : ''
}

/** A picture with its caption on the line below. */
function figure(node: Figure, address: PictureAddress): string {
  const { alt, href } = node.attrs
  const src = address(node)
  const words = escapeMarkdown((alt ?? '').replace(/\s+/g, ' '))
  const image = src === null ? words : `![${words}](${markdownAddress(src)})`
  const linked = href && image !== '' ? `[${image}](${markdownAddress(href)})` : image
  return [linked, captionOf(node)].filter((line) => line !== '').join('\\\n')
}

function embed(node: Embed, address: PictureAddress): string {
  const { url, title, fallback } = node.attrs
  const src = address(node)
  const poster = src === null ? '' : `[![](${markdownAddress(src)})](${markdownAddress(url)})`
  const link =
    title === null
      ? `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`
      : `[${escapeMarkdown(title)}](${markdownAddress(url)})`
  const words = fallback === null ? [] : [`> ${escapeMarkdown(fallback)}`]
  return [[poster, link, captionOf(node)].filter((line) => line !== '').join('\\\n'), ...words].join('\n\n')
}

function recording(node: Audio | Video): string {
  const { sources, title } = node.attrs
  const links = sources.map((src) => `[${escapeMarkdown(title ?? src)}](${markdownAddress(src)})`)
  return [...links, captionOf(node)].filter((line) => line !== '').join('\\\n')
}

/** Code between more backticks than it holds. */
function code({ attrs, content }: Pick<CodeBlock, 'attrs' | 'content'>): string {
  const text = (content ?? []).map((node) => node.text).join('')
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${attrs.language ?? ''}\n${text}\n${fence}`
}

function details({ content }: Details, address: PictureAddress): string {
  const parts = content.map((child) =>
    child.type === 'detailsSummary'
      ? `<details>\n<summary>${markdownLine(child.content)}</summary>`
      : markdownBlock(child, address),
  )
  return [...parts, '</details>'].join('\n\n')
}

function list(items: readonly ListItem[], sign: (index: number) => string, address: PictureAddress): string {
  return items
    .map(({ content }, index) => {
      const lead = sign(index)
      return indented(markdownBlocks(content, address), lead, ' '.repeat(lead.length))
    })
    .join('\n')
}

function quotation(
  blocks: readonly ContainedBlock[],
  attribution: string | null,
  address: PictureAddress,
): string {
  const name = attribution === null ? [] : [`— ${escapeMarkdown(attribution)}`]
  return indented([markdownBlocks(blocks, address), ...name].join('\n\n'), '> ', '> ')
}

/** Blocks with an empty line between. */
export function markdownBlocks(blocks: readonly ContainedBlock[], address: PictureAddress): string {
  return blocks.map((block) => markdownBlock(block, address)).join('\n\n')
}

/** A block as CommonMark, or as HTML when Markdown cannot say it (tables, definitions, lists lettered or
 * numbered in an order of their own). */
export function markdownBlock(block: ContainedBlock, address: PictureAddress): string {
  switch (block.type) {
    case 'paragraph':
    case 'verse':
      return markdownLine(block.content)
    case 'subheading':
      return `${'#'.repeat(block.attrs.level)} ${oneLine(markdownLine(block.content))}`
    case 'figure':
      return figure(block, address)
    case 'gallery':
      return markdownBlocks(block.content, address)
    case 'pullQuote':
    case 'blockquote':
      return quotation(block.content, block.attrs.attribution, address)
    case 'bulletList':
      return list(block.content, () => '- ', address)
    case 'orderedList': {
      const { start, style, reversed } = block.attrs
      const isPlain = !reversed && block.content.every(({ attrs }) => attrs.value === null)
      return style === '1' && start >= 0 && isPlain
        ? list(block.content, (index) => `${start + index}. `, address)
        : blockHtml(block)
    }
    case 'details':
      return details(block, address)
    case 'codeBlock':
      return code(block)
    case 'legacyShortcode':
      return code({ attrs: { language: null }, content: [{ type: 'text', text: block.attrs.raw }] })
    case 'separator':
      return '* * *'
    case 'embed':
      return embed(block, address)
    case 'audio':
    case 'video':
      return recording(block)
    case 'contents': {
      const items = block.content.map(
        ({ attrs, content }) => `- ${entry(null, attrs.target, markdownLine(content))}`,
      )
      const title = block.attrs.title === null ? [] : [escapeMarkdown(block.attrs.title)]
      return [...title, items.join('\n')].join('\n\n')
    }
    case 'definitionList':
    case 'table':
    case 'rawHtml':
      return blockHtml(block)
  }
}

/** A heading stands on one line. */
export function oneLine(text: string): string {
  return text.replace(/\\\n/g, ' ')
}

/** A line that leads to a section of the article. */
export function entry(hashtag: string | null, target: string, words: string): string {
  const label = hashtag === null ? '↓' : escapeMarkdown(hashtag)
  return `[${label}](#${target}) ${words}`
}
