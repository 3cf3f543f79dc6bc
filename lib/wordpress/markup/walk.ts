import type { Comment, Element, Text } from 'hast'
import type { FigureAlign, Mark, TextAlign } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { hostOf, readHref, readSource } from './addresses.ts'
import { type BlockReader, blockReaderOf } from './block-readers.ts'
import { GROUPS, PLAYERS, REMOVED, SILENT } from './elements.ts'
import { backgroundOf, pictureOf, readBackground } from './figures.ts'
import { Flow } from './flow.ts'
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

/** What the readers of one content share, wherever they stand in it. */
export type Known = Omit<Reader, 'blocks' | 'line'> & { slots: Slots }

/**
 * The reader of HTML nodes: total, every element and text becomes part of a block or is named in a flag. Marks, link and
 * alignment around an element hold in its scope. A class: V8 drops the compiled code of functions made anew for each
 * article whenever it collects garbage.
 */
export class NodeReader implements Reader {
  readonly context: Reader['context']
  readonly itemId: number
  readonly links: Reader['links']
  readonly shown: Reader['shown']
  readonly explained: Reader['explained']
  readonly flag: Reader['flag']
  readonly #known: Known
  readonly #scope: Scope

  constructor(known: Known, scope: Scope = TOP) {
    this.context = known.context
    this.itemId = known.itemId
    this.links = known.links
    this.shown = known.shown
    this.explained = known.explained
    this.flag = known.flag
    this.#known = known
    this.#scope = scope
  }

  blocks(nodes: readonly HtmlNode[]): DraftBlock[] {
    const flow = new Flow(this)
    flow.align(this.#scope.align)
    this.#visitAll(nodes, flow, this.#scope)
    return flow.close()
  }

  line(nodes: readonly HtmlNode[]): Line {
    return lineOf(this.blocks(nodes))
  }

  #visit(node: HtmlNode, flow: Flow, scope: Scope): void {
    if (node.type === 'text') this.#visitText(node, flow, scope)
    else if (node.type === 'element') this.#visitElement(node, flow, scope)
    else if (node.type === 'comment' && readBreak(node)) this.#visitBreak(node, flow)
  }

  /** WordPress cuts the text there before it makes paragraphs. */
  #visitBreak(comment: Comment, flow: Flow): void {
    flow.end()
    const page = this.#known.slots.pages.get(spanOf(comment)?.start ?? -1)
    if (page && readBreak(comment)?.code === 'nextpage') flow.id(page)
  }

  #visitAll(nodes: readonly HtmlNode[], flow: Flow, scope: Scope): void {
    for (const node of nodes) this.#visit(node, flow, scope)
  }

  #visitText(node: Text, flow: Flow, scope: Scope): void {
    const shown = /\S/.test(node.value) ? spanOf(node) : null
    flow.text(textNode(node.value, scope.marks), shown)
  }

  #visitElement(element: Element, flow: Flow, scope: Scope): void {
    const slot = attribute(element, 'dataChapoSlot')
    if (slot !== null && /^\d+$/.test(slot) && element.children.length === 0)
      this.#visitSlot(element, Number(slot), flow)
    else if (REMOVED.has(element.tagName) && !isButtonOfText(element)) this.#remove(element, flow)
    else this.#visitContent(element, flow, scope)
  }

  #visitSlot(element: Element, number: number, flow: Flow): void {
    const blocks = this.#known.slots.take(number)
    flow.end()
    noteIds(element, flow)
    flow.push(blocks)
  }

  #visitContent(element: Element, flow: Flow, scope: Scope): void {
    for (const name of Object.keys(element.properties))
      if (/^on/i.test(name)) this.flag('removed:script-attribute', name, spanOf(element))
    const read = blockReaderOf(element)
    if (read !== readBackground) this.#flagBackground(element)
    if ((read && !PLAYERS.has(element.tagName)) || GROUPS.has(element.tagName)) flow.end()
    noteIds(element, flow)
    if (read) this.#visitBlock(element, read, flow, scope)
    else this.#visitInline(element, flow, scope)
  }

  /** A picture behind words: only a block that is made for it shows it here. */
  #flagBackground(element: Element): void {
    const address = backgroundOf(element)
    if (address && readSource(address)) this.flag('background-dropped', address, spanOf(element))
  }

  /** A player that could not be kept leaves its sentence whole. */
  #visitBlock(element: Element, read: BlockReader, flow: Flow, scope: Scope): void {
    const blocks = linked(read(element, new NodeReader(this.#known, this.#inside(element, scope))), scope)
    if (blocks.length > 0) flow.push(blocks)
    else if (attribute(element, 'srcDoc') === null) flow.text(textNode(' ', []), null)
  }

  #visitInline(element: Element, flow: Flow, scope: Scope): void {
    if (element.tagName === 'br') flow.text({ type: 'hardBreak' }, null)
    else if (/^(?:amp-)?(?:img|anim)$/.test(element.tagName)) this.#visitPicture(element, flow, scope)
    else if (element.tagName === 'a') this.#visitLink(element, flow, scope)
    else if (element.tagName === 'area') this.#visitArea(element, flow)
    else if (GROUPS.has(element.tagName)) this.#visitGroup(element, flow, scope)
    else if (element.tagName === 'math') this.#visitFormula(element, flow, scope)
    else if (element.tagName === 'noscript') this.#visitNoScript(element, flow, scope)
    else if (!SILENT.has(element.tagName) && !isSignOfRuby(element)) this.#visitPhrase(element, flow, scope)
  }

  /** Any other element gives what it holds. */
  #visitPhrase(element: Element, flow: Flow, scope: Scope): void {
    const { before, after } = signsAround(element, this)
    if (before) flow.text(textNode(before, scope.marks), null)
    this.#visitAll(element.children, flow, this.#inside(element, scope))
    if (after) flow.text(textNode(after, scope.marks), null)
  }

  #inside(element: Element, scope: Scope): Scope {
    return { ...scope, marks: marksIn(element, scope.marks) }
  }

  #visitGroup(element: Element, flow: Flow, scope: Scope): void {
    const align = textAlignOf(element) ?? scope.align
    flow.end()
    flow.align(align)
    this.#visitAll(element.children, flow, { ...this.#inside(element, scope), align })
    flow.end()
    flow.align(scope.align)
  }

  #visitPicture(element: Element, flow: Flow, scope: Scope): void {
    const span = scope.link ? spanOf(scope.link) : spanOf(element)
    const side: FigureAlign = scope.align === 'center' ? 'center' : null
    const figure = figureOf(pictureOf(element, scope.link, side), [], this, span)
    if (figure) flow.picture(figure, span)
  }

  #visitLink(element: Element, flow: Flow, scope: Scope): void {
    const raw = attribute(element, 'href')
    const words = lineOrNull(textOf(element.children))
    const href = readHref(raw ?? '')
    const around = this.#inside(element, { ...scope, link: element })
    const { before } = signsAround(element, this)
    if (before) flow.text(textNode(before, []), null)
    if (href === null && words) this.flag('removed:unsafe-href', raw ?? '', spanOf(element))
    if (href) this.#visitSafeLink(element, href, words, flow, around)
    else this.#visitAll(element.children, flow, around)
  }

  #visitSafeLink(element: Element, href: string, words: string | null, flow: Flow, around: Scope): void {
    const holdsPicture = findElement(element.children, isPicture) !== undefined
    const title = lineOrNull(attribute(element, 'title'))
    const attrs = { href, title: title === words ? null : title }
    const marks = withMark(around.marks, { type: 'link', attrs })
    const size = flow.size()
    this.#visitAll(element.children, flow, { ...around, marks })
    if (words || holdsPicture || flow.size() > size) {
      this.links.add(href)
      return
    }
    this.flag('link-without-text', href, spanOf(element))
    const label = lineOrNull(attribute(element, 'ariaLabel')) ?? title
    const isIcon = elementsIn(element.children).length > 0 && /^https?:/i.test(href)
    if (label || isIcon) flow.text(textNode(label ?? hostOf(href), marks), spanOf(element))
  }

  /** A place of a picture that leads elsewhere: the link stands beside the picture, once for each address. */
  #visitArea(element: Element, flow: Flow): void {
    const raw = attribute(element, 'href') ?? ''
    const href = readHref(raw)
    if (href === null) this.flag('removed:unsafe-href', raw, spanOf(element))
    if (!href || href === '#' || this.links.has(href)) return
    this.links.add(href)
    const label = [attribute(element, 'alt'), attribute(element, 'title'), hostOf(href)].map(lineOrNull)
    const link = { type: 'link' as const, attrs: { href, title: null } }
    flow.text(textNode(label.find((words) => words !== null) ?? href, [link]), spanOf(element))
    flow.text(textNode(' ', []), null)
  }

  /** A formula in a sentence gives its letters and signs; the way it was typed is kept in the flag. */
  #visitFormula(element: Element, flow: Flow, scope: Scope): void {
    const isTyped = (inner: Element) => inner.tagName === 'annotation'
    const typed = elementsIn(element.children).filter(isTyped)
    this.flag('element-flattened', `math ${textOf(typed)}`.trim(), spanOf(element))
    flow.text(textNode(textOf(without(element.children, isTyped)), scope.marks), spanOf(element))
  }

  /** For a browser without scripts: often the twin of a picture or player that a script loads beside it. */
  #visitNoScript(element: Element, flow: Flow, scope: Scope): void {
    const isTwin = (node: HtmlNode) =>
      isElement(node, 'img', 'iframe') && this.shown.has(readSource(attribute(node, 'src')) ?? '')
    this.#visitAll(
      element.children.filter((child) => !isTwin(child)),
      flow,
      scope,
    )
  }

  #remove(element: Element, flow: Flow): void {
    const words = lineOrNull(textOf(element.content?.children ?? element.children))
    if (element.tagName === 'input') return
    this.flag(`removed:${element.tagName}`, words ?? '', spanOf(element))
    if (words) flow.text(textNode(' ', []), null)
  }
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
