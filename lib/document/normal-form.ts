import type { AttributeSpec, NodeType } from 'prosemirror-model'
import { schema } from './schema.ts'

/** Deeper than any article; keeps hostile JSON from exhausting the stack. */
export const MAX_DEPTH = 60

/** A node in its normal form: every attribute present, in the order of the schema. */
export type NormalNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: NormalNode[]
  marks?: NormalMark[]
  text?: string
}
type NormalMark = { type: string; attrs?: Record<string, unknown> }
type Specs = readonly (readonly [name: string, spec: AttributeSpec])[]

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const NODES = new Map(
  Object.entries(schema.nodes).map(([name, type]) => [name, { type, specs: specsOf(type.spec) }]),
)
const MARKS = new Map(
  Object.entries(schema.marks).map(([name, type], rank) => [name, { type, rank, specs: specsOf(type.spec) }]),
)

function specsOf({ attrs = {} }: { attrs?: Record<string, AttributeSpec> }): Specs {
  return Object.entries(attrs)
}

class NotSound extends Error {}

/** The same value made of plain objects of its own. */
function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copied)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]))
}

function readAttributes(specs: Specs, given: unknown): Record<string, unknown> {
  const values = isRecord(given) ? given : {}
  const attrs: Record<string, unknown> = {}
  for (const [name, spec] of specs) {
    const value: unknown = values[name] === undefined ? spec.default : values[name]
    if (value === undefined || typeof spec.validate !== 'function') throw new NotSound()
    spec.validate(value)
    attrs[name] = copied(value)
  }
  return attrs
}

const rankOf = (mark: NormalMark): number => MARKS.get(mark.type)?.rank ?? 0

/** Marks in the order of the schema, each once. */
function readMarks(marks: readonly unknown[], parent: NodeType): NormalMark[] {
  const read = marks.map((mark): NormalMark => {
    const rule = isRecord(mark) && typeof mark.type === 'string' ? MARKS.get(mark.type) : undefined
    if (!rule || !isRecord(mark) || !parent.allowsMarkType(rule.type)) throw new NotSound()
    const { type, specs } = rule
    return specs.length === 0
      ? { type: type.name }
      : { type: type.name, attrs: readAttributes(specs, mark.attrs) }
  })
  const sorted = read.length > 1 ? read.sort((a, b) => rankOf(a) - rankOf(b)) : read
  if (sorted.some(({ type }, index) => type === sorted[index - 1]?.type)) throw new NotSound()
  return sorted
}

const sameMarks = (a: NormalNode, b: NormalNode): boolean =>
  a.marks?.length === b.marks?.length && JSON.stringify(a.marks) === JSON.stringify(b.marks)

/** The children, if their order is one that the schema knows; texts that belong together are one. */
function readContent(content: readonly unknown[], parent: NodeType, depth: number): NormalNode[] {
  const children: NormalNode[] = []
  let match = parent.contentMatch
  for (const json of content) {
    const child = readNode(json, parent, depth)
    const last = children.at(-1)
    const next = match.matchType(typeOf(child.type).type)
    if (!next) throw new NotSound()
    match = next
    if (last?.text !== undefined && child.text !== undefined && sameMarks(last, child))
      last.text += child.text
    else children.push(child)
  }
  if (!match.validEnd) throw new NotSound()
  return children
}

function typeOf(name: unknown) {
  const rule = typeof name === 'string' ? NODES.get(name) : undefined
  if (!rule) throw new NotSound()
  return rule
}

const NONE: readonly unknown[] = []

function readNode(json: unknown, parent: NodeType, depth: number): NormalNode {
  if (depth > MAX_DEPTH || !isRecord(json)) throw new NotSound()
  const { type, specs } = typeOf(json.type)
  const { content = NONE, marks = NONE, text } = json
  if (!Array.isArray(content) || !Array.isArray(marks)) throw new NotSound()
  const node: NormalNode = { type: type.name }
  if (specs.length > 0) node.attrs = readAttributes(specs, json.attrs)
  if (!type.isText) {
    const children = readContent(content, type, depth + 1)
    if (children.length > 0) node.content = children
  }
  if (marks.length > 0) node.marks = readMarks(marks, parent)
  if (type.isText) {
    if (typeof text !== 'string' || text === '') throw new NotSound()
    node.text = text
  }
  return node
}

/**
 * What ProseMirror's `fromJSON`, `check` and `toJSON` would make of a document, without building its tree: most of the
 * time of an import went there. Null for one that breaks a rule, whose place `check` names with ProseMirror itself.
 */
export function normalForm(json: unknown): NormalNode | null {
  try {
    return readNode(json, schema.topNodeType, 0)
  } catch {
    return null
  }
}
