import type { Comment, Element, Text } from 'hast'
import type { FigureAlign, Mark, TextAlign } from '../../document/types.ts'
import type { ConvertContext, DraftBlock, Flag } from '../draft.ts'
import { hostOf, readHref, readSource } from './addresses.ts'
import { type BlockReader, blockReaderOf } from './block-readers.ts'
import { GROUPS, PLAYERS, REMOVED, SILENT } from './elements.ts'
import { backgroundOf, pictureOf, readBackground } from './figures.ts'
import { type Flow, openFlow } from './flow.ts'
import {
  attribute,
  classesOf,
  elementsIn,
  findElement,
  type HtmlNode,
  isElement,
  lineOrNull,
  readBreak,
  spanOf,
  styleOf,
  textOf,
  without,
} from './html.ts'
import { joinLines, normalLine, textNode, withMark } from './inline.ts'
import { marksIn } from './inline-marks.ts'
import { figureOf } from './media.ts'
import { isSignOfRuby, signsAround } from './phrases.ts'
import type { Line, Reader } from './reader.ts'

/** What holds for the nodes being read: marks and link around them, alignment. */
type Scope = { marks: readonly Mark[]; link: Element | null; align: TextAlign }

/** Gives the blocks of a shortcode that stands in the HTML as an empty element with its number, once. */
export type Slots = {
  take: (number: number) => DraftBlock[]
  /** Ids of what follows the markers of pages, by their place. */
  pages: ReadonlyMap<number, string>
}

const TOP: Scope = { marks: [], link: null, align: null }

/**
 * The reader of HTML nodes: total, every element and text becomes part of a block or is named in a flag. `slots`
 * gives the blocks of the shortcodes that stand between the nodes.
 */
export function openReader(context: ConvertContext, itemId: number, flags: Flag[], slots: Slots): Reader {
  const reader: Reader = {
    context,
    itemId,
    links: new Set(),
    shown: new Set(),
    explained: new Set(),
    flag: (code, detail, span) => flags.push({ code, detail, confidence: null, span }),
    ...readersIn(TOP),
  }

  function readersIn(scope: Scope): Pick<Reader, 'blocks' | 'line'> {
    const blocks = (nodes: readonly HtmlNode[]) => {
      const flow = openFlow(reader)
      flow.align(scope.align)
      visitAll(nodes, flow, scope)
      return flow.close()
    }
    return { blocks, line: (nodes) => lineOf(blocks(nodes)) }
  }
  /** The reader of what stands inside an element: marks, link and alignment around it hold there too. */
  function readerIn(scope: Scope): Reader {
    return { ...reader, ...readersIn(scope) }
  }

  function visit(node: HtmlNode, flow: Flow, scope: Scope): void {
    if (node.type === 'text') visitText(node, flow, scope)
    else if (node.type === 'element') visitElement(node, flow, scope)
    else if (node.type === 'comment' && readBreak(node)) visitBreak(node, flow)
  }
  /** WordPress cuts the text there before it makes paragraphs. */
  function visitBreak(comment: Comment, flow: Flow): void {
    flow.end()
    const page = slots.pages.get(spanOf(comment)?.start ?? -1)
    if (page && readBreak(comment)?.code === 'nextpage') flow.id(page)
  }
  function visitAll(nodes: readonly HtmlNode[], flow: Flow, scope: Scope): void {
    for (const node of nodes) visit(node, flow, scope)
  }

  function visitText(node: Text, flow: Flow, scope: Scope): void {
    const shown = /\S/.test(node.value) ? spanOf(node) : null
    flow.text(textNode(node.value, scope.marks), shown)
  }

  function visitElement(element: Element, flow: Flow, scope: Scope): void {
    const slot = attribute(element, 'dataChapoSlot')
    if (slot !== null && /^\d+$/.test(slot) && element.children.length === 0)
      visitSlot(element, Number(slot), flow)
    else if (REMOVED.has(element.tagName) && !isButtonOfText(element)) remove(element, flow)
    else visitContent(element, flow, scope)
  }

  function visitSlot(element: Element, number: number, flow: Flow): void {
    const blocks = slots.take(number)
    flow.end()
    noteIds(element, flow)
    flow.push(blocks)
  }

  function visitContent(element: Element, flow: Flow, scope: Scope): void {
    for (const name of Object.keys(element.properties))
      if (/^on/i.test(name)) reader.flag('removed:script-attribute', name, spanOf(element))
    const read = blockReaderOf(element)
    if (read !== readBackground) flagBackground(element)
    if ((read && !PLAYERS.has(element.tagName)) || GROUPS.has(element.tagName)) flow.end()
    noteIds(element, flow)
    if (read) visitBlock(element, read, flow, scope)
    else visitInline(element, flow, scope)
  }

  /** A picture behind words: only a block that is made for it shows it here. */
  function flagBackground(element: Element): void {
    const address = backgroundOf(element)
    if (address && readSource(address)) reader.flag('background-dropped', address, spanOf(element))
  }

  /** A player that could not be kept leaves its sentence whole. */
  function visitBlock(element: Element, read: BlockReader, flow: Flow, scope: Scope): void {
    const blocks = linked(read(element, readerIn(inside(element, scope))), scope)
    if (blocks.length > 0) flow.push(blocks)
    else if (attribute(element, 'srcDoc') === null) flow.text(textNode(' ', []), null)
  }

  function visitInline(element: Element, flow: Flow, scope: Scope): void {
    if (element.tagName === 'br') flow.text({ type: 'hardBreak' }, null)
    else if (/^(?:amp-)?(?:img|anim)$/.test(element.tagName)) visitPicture(element, flow, scope)
    else if (element.tagName === 'a') visitLink(element, flow, scope)
    else if (element.tagName === 'area') visitArea(element, flow)
    else if (GROUPS.has(element.tagName)) visitGroup(element, flow, scope)
    else if (element.tagName === 'math') visitFormula(element, flow, scope)
    else if (element.tagName === 'noscript') visitNoScript(element, flow, scope)
    else if (!SILENT.has(element.tagName) && !isSignOfRuby(element)) visitPhrase(element, flow, scope)
  }

  /** Any other element gives what it holds. */
  function visitPhrase(element: Element, flow: Flow, scope: Scope): void {
    const { before, after } = signsAround(element, reader)
    if (before) flow.text(textNode(before, scope.marks), null)
    visitAll(element.children, flow, inside(element, scope))
    if (after) flow.text(textNode(after, scope.marks), null)
  }

  function inside(element: Element, scope: Scope): Scope {
    return { ...scope, marks: marksIn(element, scope.marks) }
  }

  function visitGroup(element: Element, flow: Flow, scope: Scope): void {
    const align = textAlignOf(element) ?? scope.align
    flow.end()
    flow.align(align)
    visitAll(element.children, flow, { ...inside(element, scope), align })
    flow.end()
    flow.align(scope.align)
  }

  function visitPicture(element: Element, flow: Flow, scope: Scope): void {
    const span = scope.link ? spanOf(scope.link) : spanOf(element)
    const side: FigureAlign = scope.align === 'center' ? 'center' : null
    const figure = figureOf(pictureOf(element, scope.link, side), [], reader, span)
    if (figure) flow.picture(figure, span)
  }

  function visitLink(element: Element, flow: Flow, scope: Scope): void {
    const raw = attribute(element, 'href')
    const words = lineOrNull(textOf(element.children))
    const href = readHref(raw ?? '')
    const around = inside(element, { ...scope, link: element })
    const { before } = signsAround(element, reader)
    if (before) flow.text(textNode(before, []), null)
    if (href === null && words) reader.flag('removed:unsafe-href', raw ?? '', spanOf(element))
    if (href) visitSafeLink(element, href, words, flow, around)
    else visitAll(element.children, flow, around)
  }

  function visitSafeLink(
    element: Element,
    href: string,
    words: string | null,
    flow: Flow,
    around: Scope,
  ): void {
    const holdsPicture = findElement(element.children, isPicture) !== undefined
    const title = lineOrNull(attribute(element, 'title'))
    const attrs = { href, title: title === words ? null : title }
    const marks = withMark(around.marks, { type: 'link', attrs })
    const size = flow.size()
    visitAll(element.children, flow, { ...around, marks })
    if (words || holdsPicture || flow.size() > size) {
      reader.links.add(href)
      return
    }
    reader.flag('link-without-text', href, spanOf(element))
    const label = lineOrNull(attribute(element, 'ariaLabel')) ?? title
    const isIcon = elementsIn(element.children).length > 0 && /^https?:/i.test(href)
    if (label || isIcon) flow.text(textNode(label ?? hostOf(href), marks), spanOf(element))
  }

  /** A place of a picture that leads elsewhere: the link stands beside the picture, once for each address. */
  function visitArea(element: Element, flow: Flow): void {
    const raw = attribute(element, 'href') ?? ''
    const href = readHref(raw)
    if (href === null) reader.flag('removed:unsafe-href', raw, spanOf(element))
    if (!href || href === '#' || reader.links.has(href)) return
    reader.links.add(href)
    const label = [attribute(element, 'alt'), attribute(element, 'title'), hostOf(href)].map(lineOrNull)
    const link = { type: 'link' as const, attrs: { href, title: null } }
    flow.text(textNode(label.find((words) => words !== null) ?? href, [link]), spanOf(element))
    flow.text(textNode(' ', []), null)
  }

  /** A formula in a sentence gives its letters and signs; the way it was typed is kept in the flag. */
  function visitFormula(element: Element, flow: Flow, scope: Scope): void {
    const isTyped = (inner: Element) => inner.tagName === 'annotation'
    const typed = elementsIn(element.children).filter(isTyped)
    reader.flag('element-flattened', `math ${textOf(typed)}`.trim(), spanOf(element))
    flow.text(textNode(textOf(without(element.children, isTyped)), scope.marks), spanOf(element))
  }

  /** For a browser without scripts: often the twin of a picture or player that a script loads beside it. */
  function visitNoScript(element: Element, flow: Flow, scope: Scope): void {
    const isTwin = (node: HtmlNode) =>
      isElement(node, 'img', 'iframe') && reader.shown.has(readSource(attribute(node, 'src')) ?? '')
    visitAll(
      element.children.filter((child) => !isTwin(child)),
      flow,
      scope,
    )
  }

  function remove(element: Element, flow: Flow): void {
    const words = lineOrNull(textOf(element.content?.children ?? element.children))
    if (element.tagName === 'input') return
    reader.flag(`removed:${element.tagName}`, words ?? '', spanOf(element))
    if (words) flow.text(textNode(' ', []), null)
  }

  return reader
}

/** A button of the block editor, or one that only opens a text, is words of the article. */
const isButtonOfText = (element: Element): boolean =>
  element.tagName === 'button' &&
  (attribute(element, 'ariaControls') !== null || /\bwp-block-/.test(attribute(element, 'className') ?? ''))

const isPicture = (element: Element): boolean => element.tagName === 'img'

/** Ids that links inside the page may name. */
function noteIds(element: Element, flow: Flow): void {
  for (const name of element.tagName === 'a' ? ['id', 'name'] : ['id']) {
    const id = attribute(element, name)?.trim()
    if (id) flow.id(id)
  }
}

function textAlignOf(element: Element): TextAlign | undefined {
  if (element.tagName === 'center') return 'center'
  const classes = classesOf(element).flatMap((name) => /^has-text-align-(\w+)$/.exec(name)?.[1] ?? [])
  const align = styleOf(element, 'text-align') ?? attribute(element, 'align')?.toLowerCase() ?? classes[0]
  if (align === 'center' || align === 'right') return align
  return align ? null : undefined
}

/** A picture read as a block inside a link that leads elsewhere keeps the link. */
function linked(blocks: DraftBlock[], scope: Scope): DraftBlock[] {
  const href = scope.link ? readHref(attribute(scope.link, 'href') ?? '') : null
  if (!href) return blocks
  return blocks.map((one) =>
    one.part.type === 'figure' && one.part.attrs.href === null && one.part.attrs.src !== href
      ? { ...one, part: { ...one.part, attrs: { ...one.part.attrs, href } } }
      : one,
  )
}

/** Blocks as one line: paragraphs and headings joined by line breaks, and the rest beside them. */
function lineOf(blocks: readonly DraftBlock[]): Line {
  const isText = ({ part }: DraftBlock) => part.type === 'paragraph' || part.type === 'heading'
  const lines = blocks.map(({ part }) =>
    part.type === 'paragraph' || part.type === 'heading' ? (part.content ?? []) : [],
  )
  return {
    content: normalLine(joinLines(lines)),
    others: blocks.filter((one) => !isText(one)),
    ids: blocks.filter(isText).flatMap(({ ids }) => ids),
  }
}
