import { Node } from 'prosemirror-model'
import { isRecord, MAX_DEPTH, normalForm } from './normal-form.ts'
import { schema } from './schema.ts'
import type { AnyNode, Document } from './types.ts'
import { walk } from './walk.ts'

/** A document that breaks a rule; `place` leads to the node: `section[2] > paragraph[0]`. Nothing was repaired. */
export class DocumentError extends Error {
  readonly place: string
  constructor(place: string, message: string) {
    super(`document refusé, ${place} : ${message}`)
    this.name = 'DocumentError'
    this.place = place
  }
}

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
function checkReferences(doc: Document): void {
  const anchors = new Map<string, AnyNode>()
  const sections = new Set<string>()
  const notes = new Set<string>()
  const calls = new Set<string>()
  const declare = (id: string, node: AnyNode) => {
    const other = anchors.get(id)
    if (other) throw new DocumentError(placeOf(node), `ancre « ${id} » déjà prise par ${placeOf(other)}`)
    anchors.set(id, node)
  }
  const nodes = walk(doc)
  for (const node of nodes) {
    if (node.type === 'section') {
      for (const name of [node.attrs.anchor, ...node.attrs.aliases]) declare(name, node)
      sections.add(node.attrs.anchor)
    } else if (node.type === 'details' && node.attrs.anchor) declare(node.attrs.anchor, node)
    else if (node.type === 'footnote') {
      const { id } = node.attrs
      if (notes.has(id)) throw new DocumentError(placeOf(node), `deux notes portent le numéro ${id}`)
      notes.add(id)
    } else if (node.type === 'footnoteRef') calls.add(node.attrs.noteId)
  }
  for (const node of nodes) {
    if (node.type === 'summaryItem' || node.type === 'contentsItem') {
      const name = (node.type === 'summaryItem' && node.attrs.hashtag) || 'entrée'
      if (!sections.has(node.attrs.target))
        throw new DocumentError(
          placeOf(node),
          `${name} mène à « ${node.attrs.target} », qui n’est pas une section`,
        )
    } else if (node.type === 'footnoteRef' && !notes.has(node.attrs.noteId))
      throw new DocumentError(placeOf(node), `appel de la note ${node.attrs.noteId}, qui n’existe pas`)
    else if (node.type === 'footnote' && !calls.has(node.attrs.id))
      throw new DocumentError(placeOf(node), `la note ${node.attrs.id} n’est appelée nulle part`)
  }
}

function placeOf(node: AnyNode): string {
  const words = walk(node)
    .map((inner) => (inner.type === 'text' ? inner.text : ''))
    .join('')
    .slice(0, 40)
  return words ? `${node.type} « ${words} »` : node.type
}

const isDocument = (json: unknown): json is Document => isRecord(json) && json.type === 'doc'

/**
 * The one way from unknown JSON to a `Document`: schema, attribute validators, unique anchors, no entry or note
 * without target. Gives the normal form, with every attribute present. Throws `DocumentError`; repairs nothing.
 */
export function check(json: unknown): Document {
  const normal = normalForm(json) ?? plain(checkNode(json, 'doc', 0).toJSON())
  if (!isDocument(normal)) throw new DocumentError('doc', 'la racine n’est pas un « doc »')
  const document = { ...normal, content: normal.content ?? [] }
  checkReferences(document)
  return document
}
