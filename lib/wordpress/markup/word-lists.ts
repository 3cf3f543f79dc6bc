import type { Element } from 'hast'
import {
  classesOf,
  type HtmlNode,
  isContent,
  isElement,
  rawTextOf,
  readBreak,
  spanOf,
  styleOf,
} from './html.ts'
import type { Reader } from './reader.ts'

/** The sign that Word types before an item; a letter is one when more than one space follows, unlike `M. Dupont`. */
const SIGN =
  /^\s*(?:(?:[·•▪■◦‣§\uf000-\uf0ff-]|\(?\d{1,3}[.)])\s+|(?:[oØüv]|\(?(?:[a-z]|[ivx]{1,5})[.)])\u00a0\s+)(?=\S)/i

type Item = { level: number; sign: string; element: Element }

const listStyle = (element: Element): string => styleOf(element, 'mso-list') ?? ''
const isOfClass = (node: HtmlNode): node is Element =>
  isElement(node, 'p') && classesOf(node).some((name) => /^MsoListParagraph/i.test(name))

/** The nodes without the first characters of their text. */
function withoutStart(nodes: readonly HtmlNode[], length: number): HtmlNode[] {
  let left = length
  return nodes.map((node): HtmlNode => {
    if (left <= 0) return node
    const own = rawTextOf([node]).length
    const drop = Math.min(left, own)
    left -= own
    if (node.type === 'text') return { ...node, value: node.value.slice(drop) }
    return isElement(node) ? { ...node, children: withoutStart(node.children, drop).filter(isContent) } : node
  })
}

/** The paragraph as an item: Word says so in its style, or by its class and a sign. */
function readItem(node: HtmlNode): Item | null {
  if (!isElement(node, 'p')) return null
  const level = /level(\d)/.exec(listStyle(node))?.[1]
  if (level === undefined && !isOfClass(node)) return null
  const typed = SIGN.exec(rawTextOf(node.children))?.[0] ?? ''
  if (level === undefined && typed === '') return null
  const children = withoutStart(node.children, typed.length).filter(isContent)
  return { level: Number(level ?? 1), sign: typed.trim(), element: { ...node, children } }
}

const element = (tagName: string, properties: Element['properties'], children: Element[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
  position: children[0]?.position,
})

const isNumbered = (sign: string): boolean => /[a-z\d][.)]$/i.test(sign)

/** An empty list for items of a sign: numbers and letters where they begin. */
function listFor(sign: string): Element {
  if (!isNumbered(sign)) return element('ul', {}, [])
  const first = /[a-z\d]/i.exec(sign)?.[0] ?? '1'
  const type = /\d/.test(first)
    ? '1'
    : first === 'i' || first === 'I'
      ? first
      : /[a-z]/.test(first)
        ? 'a'
        : 'A'
  return element('ol', { type }, [])
}

/** Lists in lists, as deep as the items say. */
function listsOf(run: readonly Item[]): Element[] {
  const top: Element[] = []
  const open: { level: number; list: Element }[] = []
  for (const { level, sign, element: paragraph } of run) {
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const same = open.at(-1)
    const isSame = same?.level === level && (same.list.tagName === 'ol') === isNumbered(sign)
    if (same?.level === level && !isSame) open.pop()
    if (!isSame) {
      const list = listFor(sign)
      list.position = paragraph.position
      const around = open.at(-1)?.list.children.at(-1)
      if (around && isElement(around)) around.children.push(list)
      else top.push(list)
      open.push({ level, list })
    }
    const number = /\d+/.exec(sign)?.[0]
    const item = element('li', number ? { value: number } : {}, [paragraph])
    open.at(-1)?.list.children.push(item)
  }
  return top
}

const isBetween = (node: HtmlNode): boolean =>
  (node.type === 'text' && node.value.trim() === '') || (node.type === 'comment' && readBreak(node) === null)

/** Lists that Word wrote as paragraphs; the signs that leave the text are named in a flag. */
export function nestWordLists(nodes: readonly HtmlNode[], reader: Reader): HtmlNode[] {
  const result: HtmlNode[] = []
  let run: Item[] = []
  const end = () => {
    if (run.length > 0) {
      const span = run[0] ? spanOf(run[0].element) : null
      const signs = run.map(({ sign }) => sign).filter((sign) => sign !== '')
      reader.flag('list-inferred', signs.join(' '), span)
      result.push(...listsOf(run))
    }
    run = []
  }
  for (const node of nodes) {
    const item = readItem(node)
    const last = run.at(-1)
    if (item) run.push(item)
    else if (last && isBetween(node)) continue
    else if (last && isOfClass(node)) last.element.children.push(element('br', {}, []), ...node.children)
    else {
      end()
      const inside = isElement(node) ? nestWordLists(node.children, reader).filter(isContent) : []
      result.push(isElement(node) ? { ...node, children: inside } : node)
    }
  }
  end()
  return result
}
