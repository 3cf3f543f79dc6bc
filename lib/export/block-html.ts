import { tableParts } from '../document/table-parts.ts'
import type {
  Blockquote,
  CodeBlock,
  ContainedBlock,
  DefinitionList,
  Details,
  ListItem,
  Paragraph,
  PullQuote,
  Table,
  TableCell,
  TableRow,
} from '../document/types.ts'
import { element, escapeText, tag } from '../html.ts'
import { inlineHtml } from './inline-html.ts'
import { embedHtml, figureHtml, galleryHtml, recordingHtml } from './media-html.ts'
import { contentsHtml } from './parts-html.ts'

const blocksHtml = (blocks: readonly ContainedBlock[]): string => blocks.map(blockHtml).join('')

const RUNS =
  /<(?:script|style|iframe|object|embed|base|meta|link|form|svg|math|template)\b|<[a-z][^>]{0,4000}(?:[\s"'/]on[a-z]{1,40}\s{0,20}=|(?:java|vb)script:|data:text)/i

/** A shortcode as it was written; HTML that would run in a browser is left as words. */
const shortcodeText = (raw: string): string => (RUNS.test(raw) ? raw.replaceAll('<', '&lt;') : raw)

function paragraphHtml({ attrs, content }: Paragraph): string {
  return element('p', { style: attrs.align && `text-align: ${attrs.align}` }, inlineHtml(content))
}

/** What stands in an item or a cell: its only paragraph bare, as people write it. */
function insideHtml(blocks: readonly ContainedBlock[]): string {
  const [first, ...rest] = blocks
  const isBare =
    first?.type === 'paragraph' &&
    first.attrs.align === null &&
    rest.every(({ type }) => type === 'bulletList' || type === 'orderedList')
  return isBare ? `${inlineHtml(first.content)}${blocksHtml(rest)}` : blocksHtml(blocks)
}

function citeHtml(attribution: string | null): string {
  return attribution === null ? '' : element('cite', {}, escapeText(attribution))
}

/** The quotation marks are those that a reader sees: our reader takes one pair off again. */
function pullQuoteHtml({ attrs, content }: PullQuote): string {
  const last = content.length - 1
  const paragraphs = content.map((one, index) =>
    element('p', {}, `${index === 0 ? '«' : ''}${inlineHtml(one.content)}${index === last ? '»' : ''}`),
  )
  return element(
    'blockquote',
    { class: 'pull-quote' },
    `${paragraphs.join('')}${citeHtml(attrs.attribution)}`,
  )
}

function blockquoteHtml({ attrs, content }: Blockquote): string {
  return element('blockquote', {}, `${blocksHtml(content)}${citeHtml(attrs.attribution)}`)
}

const itemsHtml = (items: readonly ListItem[]): string =>
  items.map(({ attrs, content }) => element('li', { value: attrs.value }, insideHtml(content))).join('')

function definitionsHtml({ content }: DefinitionList): string {
  const rows = content.map((row) =>
    row.type === 'definitionTerm'
      ? element('dt', {}, inlineHtml(row.content))
      : element('dd', {}, insideHtml(row.content)),
  )
  return element('dl', {}, rows.join(''))
}

function cellHtml({ type, attrs, content }: TableCell): string {
  const { colspan, rowspan } = attrs
  const spans = { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null }
  return element(type === 'tableHeader' ? 'th' : 'td', spans, insideHtml(content))
}

function rowsHtml(part: 'thead' | 'tbody' | 'tfoot', rows: readonly TableRow[]): string {
  const html = rows.map(({ content }) => element('tr', {}, content.map(cellHtml).join('')))
  return rows.length === 0 ? '' : element(part, {}, html.join(''))
}

function tableHtml({ content }: Table): string {
  const caption = content.flatMap((child) => (child.type === 'caption' ? [inlineHtml(child.content)] : []))
  const title = caption.map((html) => element('caption', {}, html)).join('')
  const { head, body, foot } = tableParts(content.filter((child) => child.type === 'tableRow'))
  const parts = [rowsHtml('thead', head), rowsHtml('tbody', body), rowsHtml('tfoot', foot)]
  return element('table', {}, `${title}${parts.join('')}`)
}

function detailsHtml({ attrs, content }: Details): string {
  const inside = content.map((child) =>
    child.type === 'detailsSummary' ? element('summary', {}, inlineHtml(child.content)) : blockHtml(child),
  )
  return element('details', { id: attrs.anchor }, inside.join(''))
}

/** A reader of `pre` drops a line end at each end: one more is written where the text has its own. */
function codeHtml({ attrs, content }: CodeBlock): string {
  const code = (content ?? []).map(({ text }) => text).join('')
  const edge = /^\n|\n$/.test(code) ? '\n' : ''
  const language = attrs.language === null ? null : `language-${attrs.language}`
  return `<pre>${element('code', { class: language }, `${edge}${escapeText(code)}${edge}`)}</pre>`
}

/** A block as classic, semantic HTML; a shortcode stands alone, else two that follow each other could be read as one. */
export function blockHtml(block: ContainedBlock): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphHtml(block)
    case 'subheading':
      return element(`h${block.attrs.level}`, {}, inlineHtml(block.content))
    case 'figure':
      return figureHtml(block)
    case 'gallery':
      return galleryHtml(block)
    case 'pullQuote':
      return pullQuoteHtml(block)
    case 'blockquote':
      return blockquoteHtml(block)
    case 'bulletList':
      return element('ul', {}, itemsHtml(block.content))
    case 'orderedList': {
      const { start, style, reversed } = block.attrs
      const attributes = {
        reversed: reversed ? '' : null,
        start: start === 1 && !reversed ? null : start,
        type: style === '1' ? null : style,
      }
      return element('ol', attributes, itemsHtml(block.content))
    }
    case 'definitionList':
      return definitionsHtml(block)
    case 'table':
      return tableHtml(block)
    case 'details':
      return detailsHtml(block)
    case 'codeBlock':
      return codeHtml(block)
    case 'verse':
      return element('pre', { class: 'wp-block-verse' }, inlineHtml(block.content))
    case 'separator':
      return tag('hr')
    case 'embed':
      return embedHtml(block)
    case 'audio':
    case 'video':
      return recordingHtml(block)
    case 'contents':
      return contentsHtml(block)
    case 'legacyShortcode':
      return `\n\n${shortcodeText(block.attrs.raw)}\n\n`
    case 'rawHtml':
      return block.attrs.html
  }
}
