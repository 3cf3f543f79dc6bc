import type { Element, ElementContent } from 'hast'
import { isRecord } from '../document/normal-form.ts'
import { CREDIT_KINDS, ROLES, SECTION_KINDS } from '../document/schema.ts'
import type { Credit, Inline } from '../document/types.ts'
import type { DraftBlock, DraftCredit, DraftEntry, DraftPart } from './draft.ts'
import { attribute, classesOf, type HtmlNode, isElement, lineOrNull, spanOf, textOf } from './markup/html.ts'
import { block, type Reader } from './markup/reader.ts'
import { flag } from './passes/block.ts'
import { numberCalls } from './written-notes.ts'

/** Stands at the top of content that `lib/export` wrote: classes say what each part is, nothing is inferred. */
export const WRITTEN = '<!-- chapo -->'

export function isWritten(content: string): boolean {
  return content.trimStart().startsWith(WRITTEN)
}

/** What `data-chapo` says of an element; nothing when it is not a JSON object. Its fields are checked one by one. */
function saidOf(element: Element): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(attribute(element, 'dataChapo') ?? 'null')
    return isRecord(said) ? said : {}
  } catch {
    return {}
  }
}

// By hand: zod would take 15 MB in the thread that converts, for these few fields.
const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
const countOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
const dayOf = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null
const oneOf = <T extends string>(names: readonly T[], value: unknown): T | undefined =>
  names.find((name) => name === value)

function peopleOf(value: unknown): DraftCredit[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).flatMap((one) => {
    const name = wordsOf(one.name)
    const role = oneOf(ROLES, one.role)
    return name && role ? [{ name, role }] : []
  })
}

type WrittenReader = (element: Element, reader: Reader) => DraftBlock[]

/** A part made of the line of an element; what is not text stands after it. */
function fromLine(element: Element, reader: Reader, make: (line: Inline[]) => DraftPart): DraftBlock[] {
  const { content, others, ids } = reader.line(element.children)
  const id = attribute(element, 'id')
  const own = id ? [id] : []
  return content.length > 0 ? [block(make(content), spanOf(element), [...own, ...ids]), ...others] : others
}

const readByline: WrittenReader = (element, reader) => {
  const people = peopleOf(saidOf(element).people)
  if (people.length === 0) return reader.blocks(element.children)
  const words = textOf(element.children).trim()
  reader.flag('byline', words, spanOf(element))
  const content: Inline[] = [{ type: 'text', text: words }]
  return [block({ type: 'draftByline', people, content }, spanOf(element))]
}

const readCredit: WrittenReader = (element, reader) => {
  const { kind, people, place, date } = saidOf(element)
  const attrs: Credit['attrs'] = {
    kind: oneOf(CREDIT_KINDS, kind) ?? 'other',
    people: peopleOf(people),
    place: wordsOf(place),
    date: dayOf(date),
  }
  return fromLine(element, reader, (content) => ({
    type: 'draftCredit',
    credit: { type: 'credit', attrs, content },
  }))
}

/** The title, items and other nodes of a part that is a list under a title. */
function listIn(element: Element, title: string) {
  const isItem = (node: ElementContent): node is Element => isElement(node, 'li')
  const lists = element.children.filter((child) => isElement(child, 'ul', 'ol'))
  const head = element.children.find((child): child is Element => isElement(child, title))
  return {
    head,
    title: head ? lineOrNull(textOf(head.children)) : null,
    items: lists.flatMap((list) => (isElement(list) ? list.children.filter(isItem) : [])),
    rest: element.children.filter((child) => child !== head && !isElement(child, 'ul', 'ol')),
  }
}

/** An entry: `<a href="#id">#Hashtag</a> <span>words</span>`, or a link that is all its words. */
function readEntry(item: Element, reader: Reader): DraftEntry {
  const [link, words] = item.children.filter((child): child is Element => isElement(child))
  const href = link && isElement(link, 'a') ? attribute(link, 'href') : null
  if (!link || !href?.startsWith('#')) {
    return { hashtag: null, target: null, content: reader.line(item.children).content }
  }
  const target = href.slice(1)
  if (!words || !isElement(words, 'span'))
    return { hashtag: null, target, content: reader.line(link.children).content }
  const label = lineOrNull(textOf(link.children))
  return { hashtag: label === '↓' ? null : label, target, content: reader.line(words.children).content }
}

const readContents: WrittenReader = (element, reader) => {
  const { title, items, rest } = listIn(element, 'p')
  if (items.length === 0) return reader.blocks(element.children)
  const part: DraftPart = {
    type: 'draftContents',
    title,
    items: items.map((item) => readEntry(item, reader)),
  }
  return [block(part, spanOf(element)), ...reader.blocks(rest)]
}

const readSummary: WrittenReader = (element, reader) => {
  const { head, title, items } = listIn(element, 'summary')
  if (items.length === 0) return reader.blocks(element.children)
  const below = listIn({ ...element, children: element.children.filter((child) => child !== head) }, 'p')
  const part: DraftPart = {
    type: 'draftSummary',
    title,
    hint: below.title,
    items: items.map((item) => readEntry(item, reader)),
  }
  return [block(part, spanOf(element), ['resume']), ...reader.blocks(below.rest)]
}

const readFurtherReading: WrittenReader = (element, reader) => {
  const { title, items, rest } = listIn(element, 'p')
  const lines = items.map((item) => reader.line(item.children))
  const content = lines.map((line) => line.content).filter((line) => line.length > 0)
  if (content.length === 0) return reader.blocks(element.children)
  const part: DraftPart = {
    type: 'draftFurtherReading',
    title,
    items: content.map((line) => ({ type: 'furtherReadingItem', content: line })),
  }
  return [block(part, spanOf(element)), ...lines.flatMap((line) => line.others), ...reader.blocks(rest)]
}

const readNotes: WrittenReader = (element, reader) => {
  const { items, rest } = listIn(element, 'p')
  const notes = items.flatMap((item) =>
    fromLine(item, reader, (content) => ({
      type: 'draftFootnote',
      marker: wordsOf(saidOf(item).marker) ?? '',
      content,
    })),
  )
  return [...notes, ...reader.blocks(rest)]
}

const readHeading: WrittenReader = (element, reader) => {
  const said = saidOf(element)
  const kind = oneOf(SECTION_KINDS, said.kind)
  const blocks = reader.blocks([element])
  if (!kind) return blocks
  const attrs = { kind, timecode: countOf(said.timecode), ordinal: countOf(said.ordinal) }
  return blocks.map((one) =>
    one.part.type === 'heading' ? { ...one, part: { ...one.part, ...attrs } } : one,
  )
}

const READERS: Record<string, WrittenReader> = {
  'chapo-byline': readByline,
  'chapo-standfirst': (element, reader) =>
    fromLine(element, reader, (content) => ({ type: 'draftStandfirst', content })),
  'chapo-summary-link': (element) => {
    const label = lineOrNull(textOf(element.children))
    return label ? [block({ type: 'draftSummaryLink', label }, spanOf(element))] : []
  },
  'chapo-summary': readSummary,
  'chapo-contents': readContents,
  'chapo-notes': readNotes,
  'chapo-credit': readCredit,
  'chapo-further-reading': readFurtherReading,
}

function readerOf(node: HtmlNode): WrittenReader | undefined {
  if (!isElement(node)) return undefined
  if (/^h[2-6]$/.test(node.tagName) && attribute(node, 'dataChapo') !== null) return readHeading
  const name = classesOf(node).find((each) => Object.hasOwn(READERS, each))
  return name ? READERS[name] : undefined
}

/** The blocks of written content, from the nodes at its top: a mark inside something else says nothing. */
export function readWritten(nodes: readonly HtmlNode[], reader: Reader): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let between: HtmlNode[] = []
  const readBetween = () => {
    blocks.push(...reader.blocks(between))
    between = []
  }
  for (const node of nodes) {
    const read = readerOf(node)
    if (!read || !isElement(node)) between.push(node)
    else {
      readBetween()
      blocks.push(...read(node, reader))
    }
  }
  readBetween()
  const numbered = numberCalls(blocks)
  if (numbered.printed.length > 0) {
    const { code, detail, span } = flag('notes-numbered', numbered.printed.join(' '), null, null)
    reader.flag(code, detail, span)
  }
  return numbered.blocks
}
