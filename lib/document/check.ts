import { Mark, Node } from 'prosemirror-model'
import { schema } from './schema.ts'
import type { Document } from './types.ts'

/** A document that breaks a rule; `place` leads to the node: `section[2] > paragraph[0]`. Nothing was repaired. */
export class DocumentError extends Error {
  readonly place: string
  constructor(place: string, message: string) {
    super(`document refusé, ${place} : ${message}`)
    this.name = 'DocumentError'
    this.place = place
  }
}

/** Deeper than any article; keeps hostile JSON from exhausting the stack. */
const MAX_DEPTH = 60

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The first broken rule found below `json`, innermost first, so that the place is the node itself. */
function checkNode(json: unknown, place: string, depth: number): Node {
  if (depth > MAX_DEPTH) throw new DocumentError(place, `plus de ${MAX_DEPTH} niveaux`)
  if (!isRecord(json) || typeof json.type !== 'string') throw new DocumentError(place, 'nœud sans type')
  const { content } = json
  if (content !== undefined && !Array.isArray(content))
    throw new DocumentError(place, 'contenu qui n’est pas une liste')
  const children = (content ?? []).map((child: unknown, index) =>
    checkNode(child, `${place === 'doc' ? '' : `${place} > `}${nameOf(child)}[${index}]`, depth + 1),
  )
  if (!schema.nodes[json.type]) throw new DocumentError(place, `type inconnu « ${json.type} »`)
  try {
    const shell = Node.fromJSON(schema, { ...json, content: undefined })
    const node = shell.isText ? shell : shell.type.create(shell.attrs, children, shell.marks)
    node.check()
    return node
  } catch (error) {
    throw error instanceof DocumentError ? error : new DocumentError(place, messageOf(error))
  }
}

/** The same tree without a place for each node, which only a broken document needs: most of the time of an import. */
function readWhole(json: unknown, depth: number): Node {
  if (depth > MAX_DEPTH || !isRecord(json) || typeof json.type !== 'string') throw new Error('nœud mal formé')
  const { content = [], attrs = null, marks = [] } = json
  const type = schema.nodes[json.type]
  if (!type || !Array.isArray(content) || !Array.isArray(marks)) throw new Error('nœud mal formé')
  if (type.isText) return Node.fromJSON(schema, json)
  const children = content.map((child: unknown) => readWhole(child, depth + 1))
  return type.create(
    isRecord(attrs) ? attrs : null,
    children,
    marks.map((mark: unknown) => Mark.fromJSON(schema, mark)),
  )
}

/** The document's tree when every node keeps the schema's rules; the first that does not is named otherwise. */
function readNodes(json: unknown): Node {
  try {
    const doc = readWhole(json, 0)
    doc.check()
    return doc
  } catch {
    return checkNode(json, 'doc', 0)
  }
}

/** ProseMirror's attributes have no prototype, which React refuses to pass on: a copy is made of plain objects. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isRecord(value)) return value
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = plain(value[key])
  return copy
}

function nameOf(json: unknown): string {
  return isRecord(json) && typeof json.type === 'string' ? json.type : '?'
}

/** Rules between nodes: anchors are unique, and every summary entry, contents entry and note leads somewhere. */
function checkReferences(doc: Node): void {
  const anchors = new Map<string, string>()
  const sections = new Set<string>()
  const notes = new Set<string>()
  const calls = new Set<string>()
  const declare = (id: string, place: string) => {
    const other = anchors.get(id)
    if (other) throw new DocumentError(place, `ancre « ${id} » déjà prise par ${other}`)
    anchors.set(id, place)
  }
  doc.descendants((node) => {
    const place = placeOf(node)
    const { anchor, aliases, id, noteId } = node.attrs
    if (node.type.name === 'section') {
      for (const name of [anchor, ...aliases]) declare(name, place)
      sections.add(anchor)
    } else if (node.type.name === 'details' && anchor) declare(anchor, place)
    else if (node.type.name === 'footnote') {
      if (notes.has(id)) throw new DocumentError(place, `deux notes portent le numéro ${id}`)
      notes.add(id)
    } else if (node.type.name === 'footnoteRef') calls.add(noteId)
  })
  doc.descendants((node) => {
    const { target, hashtag, noteId, id } = node.attrs
    if ((node.type.name === 'summaryItem' || node.type.name === 'contentsItem') && !sections.has(target))
      throw new DocumentError(
        placeOf(node),
        `${hashtag ?? 'entrée'} mène à « ${target} », qui n’est pas une section`,
      )
    if (node.type.name === 'footnoteRef' && !notes.has(noteId))
      throw new DocumentError(placeOf(node), `appel de la note ${noteId}, qui n’existe pas`)
    if (node.type.name === 'footnote' && !calls.has(id))
      throw new DocumentError(placeOf(node), `la note ${id} n’est appelée nulle part`)
  })
}

function placeOf(node: Node): string {
  const words = node.textContent.slice(0, 40)
  return words ? `${node.type.name} « ${words} »` : node.type.name
}

const isDocument = (json: unknown): json is Document => isRecord(json) && json.type === 'doc'

/**
 * The one way from unknown JSON to a `Document`: schema, attribute validators, unique anchors, no entry or note
 * without target. Gives the normal form, with every attribute present. Throws `DocumentError`; repairs nothing.
 */
export function check(json: unknown): Document {
  if (!isDocument(json)) throw new DocumentError('doc', 'la racine n’est pas un « doc »')
  const doc = readNodes(json)
  checkReferences(doc)
  const normal = plain(doc.toJSON())
  if (!isDocument(normal)) throw new DocumentError('doc', 'la racine n’est pas un « doc »')
  return { ...normal, content: normal.content ?? [] }
}
