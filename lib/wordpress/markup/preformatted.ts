import type { Element } from 'hast'
import type { DraftBlock } from '../draft.ts'
import {
  attribute,
  classesOf,
  elementsIn,
  type HtmlNode,
  isContent,
  isElement,
  isNamed,
  isSlot,
  oneLine,
  rawTextOf,
  spanOf,
} from './html.ts'
import { block, type Reader } from './reader.ts'

/** The same nodes with a `br` for each line end of their text, which `pre` shows. */
function withBreaks(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (isElement(node)) return [{ ...node, children: withBreaks(node.children).filter(isContent) }]
    if (node.type !== 'text') return [node]
    return node.value.split(/\r\n?|\n/).flatMap((value, index): HtmlNode[] => {
      const line: HtmlNode = { ...node, value }
      return index === 0 ? [line] : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, line]
    })
  })
}

/** True for text whose line ends count, but which is not code: a poem, or the editor's preformatted text with marks. */
function isVerse(element: Element): boolean {
  const classes = classesOf(element)
  if (classes.includes('wp-block-verse')) return true
  return (
    classes.includes('wp-block-preformatted') &&
    elementsIn(element.children).some(({ tagName }) => tagName !== 'br')
  )
}

/** The class that names a language: of HTML, of Crayon (`lang:php`), of SyntaxHighlighter (`brush: php;`). */
const LANGUAGE = /(?:^| )(?:lang(?:uage)?[-:]|brush: ?)([\w+#-]{1,30})(?=[ ;]|$)/

/** Nodes cut at each slot, which is given alone; what a slot stood in goes on after it, empty lines around it go. */
function cutAtSlots(nodes: readonly HtmlNode[]): { slot: boolean; nodes: HtmlNode[] }[] {
  const cuts: { slot: boolean; nodes: HtmlNode[] }[] = []
  const add = (node: HtmlNode) => {
    const last = cuts.at(-1)
    if (last && !last.slot) last.nodes.push(node)
    else cuts.push({ slot: false, nodes: [node] })
  }
  for (const node of nodes) {
    if (isSlot(node)) cuts.push({ slot: true, nodes: [node] })
    else if (!isElement(node)) add(node)
    else
      for (const inside of cutAtSlots(node.children)) {
        if (inside.slot) cuts.push(inside)
        else add({ ...node, children: inside.nodes.filter(isContent) })
      }
  }
  return cuts
}

/** `pre`: a poem when its class says so, else code; the blocks of a shortcode inside stand where it does. */
export function readPreformatted(element: Element, reader: Reader): DraftBlock[] {
  if (!elementsIn(element.children).some(isSlot)) return readWhole(element, reader)
  return cutAtSlots(element.children).flatMap(({ slot, nodes }) =>
    slot ? reader.blocks(nodes) : readWhole({ ...element, children: nodes.filter(isContent) }, reader),
  )
}

function readWhole(element: Element, reader: Reader): DraftBlock[] {
  const span = spanOf(element)
  const text = rawTextOf(element.children)
  if (oneLine(text) === '') return []
  if (isVerse(element)) {
    const line = reader.line(withBreaks(element.children))
    return [block({ type: 'verse', content: line.content }, span, line.ids), ...line.others]
  }
  const classes = [element, ...element.children.filter((child) => isElement(child, 'code'))].flatMap(
    classesOf,
    elementsIn,
  )
  const language = LANGUAGE.exec(classes.join(' '))?.[1] ?? null
  const content = [{ type: 'text' as const, text: text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '') }]
  const inside = elementsIn(element.children)
  for (const link of inside.filter((inner) => isNamed(inner, 'a')))
    reader.flag('link-dropped', attribute(link, 'href') ?? '', spanOf(link))
  const pictures = reader.blocks(inside.filter((inner) => isNamed(inner, 'img')))
  return [block({ type: 'codeBlock', attrs: { language }, content }, span), ...pictures]
}
