import { autop } from '../autop.ts'
import type { ConvertContext, Draft, DraftBlock, Flag, Span } from '../draft.ts'
import { isWritten, readWritten } from '../written.ts'
import { clean } from './clean.ts'
import { commentsIn, type HtmlNode, oneLine, parseHtml, spanOf } from './html.ts'
import { readLines } from './lines.ts'
import { alignWith, joinPieces, type MappedText } from './mapped-text.ts'
import { HTML, LINES, type Notation, piecesOf } from './pieces.ts'
import { isWidgetScript } from './providers.ts'
import type { Reader } from './reader.ts'
import { readShortcode } from './shortcode-blocks.ts'
import { type Shortcode, shortcodeTree, type TreeNode } from './tree.ts'
import { openReader } from './walk.ts'

/** `stripped`: the content lost its tags, so that each line is a paragraph and entities are text. */
export type MarkupOptions = { context: ConvertContext; itemId: number; stripped: boolean }

/** Characters of a removed script that are worth a look. */
const MAX_DETAIL = 200

/** The draft of a content: shortcodes are found on the raw text, then paragraphs are made, then HTML is read. */
export function readContent(content: string, options: MarkupOptions): Draft {
  const flags: Flag[] = []
  const waiting = new Map<number, Shortcode>()
  const reader: Reader = openReader(options.context, options.itemId, flags, { take })
  const notation: Notation = options.stripped ? LINES : HTML
  /** The block editor writes its own paragraphs; WordPress then makes none (do_blocks). */
  const isClassic = !content.includes('<!-- wp:')

  /** Each shortcode is given once: a number that the content itself writes leads nowhere. */
  function take(number: number): DraftBlock[] {
    const shortcode = waiting.get(number)
    if (!shortcode) return []
    waiting.delete(number)
    const { start, end, body, children } = shortcode
    const inside = {
      raw: content.slice(start, end),
      body: body ? content.slice(body.start, body.end) : '',
      blocks: () => readNodes(children, true),
      inlineBlocks: () => readNodes(children, false),
      html: (text: string) => parseHtml(cleaned(joinPieces([{ text, start, fixed: true }], end))),
    }
    return readShortcode(shortcode, inside, reader).map((one) => placed(one, { start, end }))
  }

  function readNodes(nodes: readonly TreeNode[], paragraphs: boolean): DraftBlock[] {
    const text = joinPieces(piecesOf(nodes, content, notation, wait, keep), nodes.at(-1)?.end ?? 0)
    if (options.stripped) return readLines(text, take, reader)
    const html = cleaned(text)
    const parsed = parseHtml(paragraphs && isClassic ? alignWith(html, autop(html.text)) : html)
    flagBreaks(parsed)
    return nodes === tree.nodes && isWritten(content) ? readWritten(parsed, reader) : reader.blocks(parsed)
  }
  /** `<!--more-->` and `<!--nextpage-->`, wherever they stand; other comments say nothing to a reader. */
  function flagBreaks(nodes: readonly HtmlNode[]): void {
    for (const comment of commentsIn(nodes)) {
      const [, code, words] = /^\s*(more|nextpage)\b([\s\S]*)$/.exec(comment.value) ?? []
      if (code) reader.flag(code, oneLine(words ?? ''), spanOf(comment))
    }
  }
  function wait(shortcode: Shortcode): number {
    waiting.set(shortcode.start, shortcode)
    return shortcode.start
  }
  function keep({ name, start, end }: Shortcode): void {
    reader.flag('shortcode-unknown', name, { start, end })
  }
  function cleaned(text: MappedText): MappedText {
    const { cleaned: html, removed } = clean(text)
    for (const { element, markup, start, end } of removed) {
      const isWidget =
        element === 'script' && isWidgetScript(/src=["']?([^"'\s>]{1,500})/i.exec(markup)?.[1] ?? '')
      if (!isWidget) reader.flag(`removed:${element}`, markup.slice(0, MAX_DETAIL), { start, end })
    }
    return html
  }

  const tree = shortcodeTree(content)
  for (const { name, start, end } of tree.unpaired) reader.flag('shortcode-unclosed', name, { start, end })
  const blocks = readNodes(tree.nodes, true)
  for (const number of [...waiting.keys()]) blocks.push(...take(number))
  return { blocks, flags: withoutRepeats(flags).filter((flag) => !isStillLinked(flag, reader)) }
}

/** A block made from an attribute has no text of its own: it stands where its shortcode does. */
function placed(one: DraftBlock, span: Span): DraftBlock {
  return one.span.end - one.span.start > 1 ? one : { ...one, span }
}

/** A picture that stands twice lacks its text once. */
function withoutRepeats(flags: readonly Flag[]): Flag[] {
  const seen = new Set<string>()
  return flags.filter(({ code, detail }) => {
    if (code !== 'alt-missing') return true
    const isFirst = !seen.has(detail)
    seen.add(detail)
    return isFirst
  })
}

/** The parser may split a link around a block and leave an empty half, which loses nothing. */
function isStillLinked(flag: Flag, reader: Reader): boolean {
  return flag.code === 'link-without-text' && reader.links.has(flag.detail)
}
