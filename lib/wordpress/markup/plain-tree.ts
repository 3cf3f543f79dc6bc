import type { Element, ElementContent, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { entityReader } from '../entities.ts'
import { type Tag, TagReader } from './tags.ts'

const names = (list: string) => new Set(list.split(' '))
const HEADINGS = names('h1 h2 h3 h4 h5 h6')
const BLOCKS = names(
  'p div section article aside header footer nav main address center figure figcaption blockquote ul ol li hr h1 h2 h3 h4 h5 h6',
)
const FORMATTING = names('a b big code em font i s small strike strong tt u')
const PHRASES = names('span cite q abbr sup sub del ins mark kbd samp var dfn br img')
const VOID = names('br img hr')

/** True where a parser makes of the tag what it says: it closes, moves or repeats no other element. */
function standsAsWritten(name: string, open: readonly Element[]): boolean {
  const isOpen = (other: string) => open.some(({ tagName }) => tagName === other)
  const parent = open.at(-1)?.tagName ?? ''
  if (PHRASES.has(name)) return true
  if (FORMATTING.has(name)) return !isOpen(name)
  if (!BLOCKS.has(name) || isOpen('p')) return false
  if (name === 'li') return parent === 'ul' || parent === 'ol'
  return !(HEADINGS.has(name) && HEADINGS.has(parent))
}

/** Lines and columns are not known: only offsets are asked for. */
const placeOf = (start: number, end: number) => ({
  start: { line: 1, column: 1, offset: start },
  end: { line: 1, column: 1, offset: end },
})

const ATTRIBUTE = ' (href|id|src|alt|title|class)="([^"&]*)"'
const PLAIN_TAG = new RegExp(`^<[a-z][a-z\\d]*(?:${ATTRIBUTE})+ ?/?>$`)
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'g')

/** The attributes of a tag when they are texts and classes between double quotes, without entities; null for any other. */
function plainProperties(tag: string): Properties | null {
  if (!PLAIN_TAG.test(tag)) return null
  const properties: Properties = {}
  for (const [, name = '', value = ''] of tag.matchAll(ATTRIBUTES)) {
    const isClass = name === 'class'
    const property = isClass ? 'className' : name
    if (property in properties) continue
    const words = value.trim()
    properties[property] = isClass ? (words === '' ? [] : words.split(/[ \t\n\f]+/)) : value
  }
  return properties
}

/** A parser reads all other attributes at once; false when it makes anything else of a tag than its element. */
function readAttributes(written: ReadonlyMap<string, Element[]>): boolean {
  const elements = [...written].map(([tag, [one]]) =>
    one && VOID.has(one.tagName) ? tag : `${tag}</${one?.tagName}>`,
  )
  const { children } = fromHtml(elements.join(''), { fragment: true })
  if (children.length !== written.size) return false
  let index = 0
  for (const group of written.values()) {
    const read = children[index++]
    if (read?.type !== 'element' || read.children.length > 0) return false
    for (const element of group) {
      if (element.tagName !== read.tagName) return false
      element.properties = { ...read.properties }
    }
  }
  return true
}

/** The comment that opens at an offset, null for one that a parser reads in a way of its own. */
function commentAt(text: string, start: number): { value: string; end: number } | null {
  const end = text.indexOf('-->', start + 4)
  const value = text.slice(start + 4, end)
  return end < 0 || /^-?>|--!/.test(value) ? null : { value, end: end + 3 }
}

/** The tree being made: the element open now is the last of those open. */
class PlainTree {
  readonly root: ElementContent[] = []
  readonly #text: string
  readonly #open: Element[] = []
  readonly #written = new Map<string, Element[]>()

  constructor(text: string) {
    this.#text = text
  }

  add(node: ElementContent): void {
    const inside = this.#open.at(-1)?.children ?? this.root
    inside.push(node)
  }

  /** False for a tag that a parser reads in a way of its own. */
  take(tag: Tag): boolean {
    return tag.closing ? this.#close(tag) : this.#opens(tag)
  }

  #close({ name, start, end }: Tag): boolean {
    const element = this.#open.pop()
    if (element?.tagName !== name || !element.position || end - start !== name.length + 3) return false
    element.position.end.offset = end
    return true
  }

  #opens({ name, start, end, selfClosing }: Tag): boolean {
    const isVoid = VOID.has(name)
    if (!standsAsWritten(name, this.#open) || (selfClosing && !isVoid)) return false
    const element: Element = { type: 'element', tagName: name, properties: {}, children: [] }
    element.position = placeOf(start, end)
    if (end - start > name.length + 2) {
      const tag = this.#text.slice(start, end)
      const same = this.#written.get(tag)
      const properties = same ? null : plainProperties(tag)
      if (properties) element.properties = properties
      else if (same) same.push(element)
      else this.#written.set(tag, [element])
    }
    this.add(element)
    if (!isVoid) this.#open.push(element)
    return true
  }

  /** Reads the attributes; false when an element is still open, or is not what a parser makes of it. */
  close(): boolean {
    return this.#open.length === 0 && (this.#written.size === 0 || readAttributes(this.#written))
  }
}

/**
 * The tree of HTML that is written as it is meant, with known elements that close in their order: most articles are,
 * and a parser, ready for anything, takes some five times as long. Null for any other HTML.
 */
export function plainTree(text: string): ElementContent[] | null {
  if (/[\0\r\u212a]/.test(text)) return null
  const tree = new PlainTree(text)
  const tags = new TagReader(text)
  const decoded = text.includes('&') ? entityReader() : (shown: string) => shown

  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('<', at)
    const end = next < 0 ? text.length : next
    if (end > at) tree.add({ type: 'text', value: decoded(text.slice(at, end)), position: placeOf(at, end) })
    if (next < 0) break
    const comment = text.startsWith('<!--', next) ? commentAt(text, next) : null
    const tag = comment ? null : tags.at(next)
    if (comment) tree.add({ type: 'comment', value: comment.value, position: placeOf(next, comment.end) })
    else if (!tag || !tree.take(tag)) return null
    at = comment?.end ?? tag?.end ?? text.length
  }
  return tree.close() ? tree.root : null
}
