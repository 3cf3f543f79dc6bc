import type { ConvertContext, Draft, DraftBlock, Flag, Span } from '../draft.ts'
import { isWritten, readWritten } from '../written.ts'
import { type EditorBlock, readBlocks } from './block-comments.ts'
import { giveIds } from './block-ids.ts'
import { clean } from './clean.ts'
import { isCoreBlock, isVoid, labelOf, readEditorBlock } from './editor-blocks.ts'
import { commentsIn, type HtmlNode, parseHtml, readBreak, spanOf } from './html.ts'
import { readLines } from './lines.ts'
import { joinPieces, type MappedText } from './mapped-text.ts'
import { HTML, LINES, type Notation, piecesOf } from './pieces.ts'
import { isWidgetScript } from './providers.ts'
import type { Reader } from './reader.ts'
import { layOut } from './runs.ts'
import { readShortcode } from './shortcode-blocks.ts'
import { type Shortcode, shortcodeTree, type TreeNode, type VoidBlock } from './tree.ts'
import { closeFormatting } from './unclosed.ts'
import { NodeReader } from './walk.ts'
import { nestWordLists } from './word-lists.ts'

/** `stripped`: the content lost its tags, so that each line is a paragraph and entities are text. */
export type MarkupOptions = { context: ConvertContext; itemId: number; stripped: boolean }

/** Reusable blocks around this content, and how many may still be put in: they may hold each other. */
type Expansion = { around: readonly number[]; left: number }

/** More reusable blocks than any article shows: hostile ones would multiply. */
const MAX_EXPANSIONS = 100

/** Characters of a removed script that are worth a look. */
const MAX_DETAIL = 200

/** The draft of a content: shortcodes are found on the raw text, then paragraphs are made, then HTML is read. */
export function readContent(
  content: string,
  options: MarkupOptions,
  expansion: Expansion = { around: [], left: MAX_EXPANSIONS },
): Draft {
  const flags: Flag[] = []
  const waiting = new Map<number, Shortcode | VoidBlock>()
  const pages = pagesOf(content)
  const reader: Reader = new NodeReader({
    context: options.context,
    itemId: options.itemId,
    links: new Set(),
    shown: new Set(),
    explained: new Set(),
    flag: (code, detail, span) => flags.push({ code, detail, confidence: null, span }),
    slots: { take, pages },
  })
  const notation: Notation = options.stripped ? LINES : HTML

  /** Each shortcode and block is given once: a number that the content itself writes leads nowhere. */
  function take(number: number): DraftBlock[] {
    const node = waiting.get(number)
    if (!node) return []
    waiting.delete(number)
    if (node.kind === 'shortcode') return takeShortcode(node)
    const { block, start, end } = node
    const html = (text: string) => parseHtml(layOut(cleaned(joinPieces([{ text, start, fixed: true }], end))))
    return readEditorBlock(block, content.slice(start, end), (id) => expand(id, node), html, reader)
  }
  function takeShortcode(shortcode: Shortcode): DraftBlock[] {
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

  /** The blocks of a reusable block, which stand where it does; null when it is not known, or holds itself. */
  function expand(id: number, { start, end }: VoidBlock): DraftBlock[] | null {
    const reusable = options.context.reusable?.get(id)
    if (reusable === undefined || expansion.around.includes(id) || expansion.left <= 0) return null
    expansion.left -= 1
    const inside = { around: [...expansion.around, id], left: expansion.left }
    const draft = readContent(reusable, { ...options, stripped: false }, inside)
    expansion.left = inside.left
    for (const flag of draft.flags) if (!isBreak(flag)) flags.push({ ...flag, span: { start, end } })
    return draft.blocks.map((one) => ({ ...one, span: { start, end } }))
  }
  function readNodes(nodes: readonly TreeNode[], paragraphs: boolean): DraftBlock[] {
    const text = joinPieces(piecesOf(nodes, content, notation, wait, keep), nodes.at(-1)?.end ?? 0)
    if (options.stripped) return readLines(text, take, reader)
    const html = closeFormatting(cleaned(text))
    const parsed = parseHtml(paragraphs ? layOut(html) : html)
    if (html.text.includes('<!--')) {
      giveIds(parsed)
      flagBreaks(parsed)
    }
    if (nodes === tree.nodes && isWritten(content)) return readWritten(parsed, reader)
    return reader.blocks(/mso-?list/i.test(html.text) ? nestWordLists(parsed, reader) : parsed)
  }
  /** `<!--more-->` with its words, `<!--nextpage-->` with the id of what follows, wherever they stand. */
  function flagBreaks(nodes: readonly HtmlNode[]): void {
    for (const comment of commentsIn(nodes)) {
      const { code, words } = readBreak(comment) ?? {}
      const span = spanOf(comment)
      if (code) reader.flag(code, (code === 'nextpage' && pages.get(span?.start ?? -1)) || words || '', span)
    }
  }
  function wait(node: Shortcode | VoidBlock): number {
    waiting.set(node.start, node)
    return node.start
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

  const { blocks: editorBlocks, unpaired } = readBlocks(content)
  const isRead = (one: EditorBlock) => isVoid(content, one)
  const voids = editorBlocks.flatMap((one) => (isRead(one) ? one : (labelOf(one) ?? [])))
  for (const { name, start, end } of unpaired) reader.flag('block-unclosed', name, { start, end })
  for (const one of editorBlocks)
    if (!isCoreBlock(one.name) && !isRead(one)) reader.flag('block-unknown', one.name, one)
  const tree = shortcodeTree(content, voids)
  for (const { name, start, end } of tree.unpaired) reader.flag('shortcode-unclosed', name, { start, end })
  const blocks = readNodes(tree.nodes, true)
  for (const number of [...waiting.keys()]) blocks.push(...take(number))
  return { blocks, flags: withoutRepeats(flags).filter((flag) => !isStillLinked(flag, reader)) }
}

/** WordPress breaks an article in pages and summaries by its own text only. */
const isBreak = ({ code }: Flag): boolean => code === 'more' || code === 'nextpage'

/** The id that stands for the beginning of each page but the first, by the place of the marker before it. */
function pagesOf(content: string): Map<number, string> {
  const markers = [...content.matchAll(/<!--\s{0,20}nextpage\b/g)]
  return new Map(markers.map(({ index }, before) => [index, `page-${before + 2}`]))
}

/** A block made from an attribute has no text of its own: it stands where its shortcode does. */
function placed(one: DraftBlock, span: Span): DraftBlock {
  return one.span.end - one.span.start > 1 ? one : { ...one, span }
}

/** Said once of a name or a picture, however often it stands in the content. */
const ONCE = new Set(['alt-missing', 'block-unclosed', 'block-unknown', 'element-unknown'])

function withoutRepeats(flags: readonly Flag[]): Flag[] {
  const seen = new Set<string>()
  return flags.filter(({ code, detail }) => {
    const key = `${code}:${detail}`
    if (!ONCE.has(code)) return true
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  })
}

/** The parser may split a link around a block and leave an empty half, which loses nothing. */
function isStillLinked(flag: Flag, reader: Reader): boolean {
  return flag.code === 'link-without-text' && reader.links.has(flag.detail)
}
