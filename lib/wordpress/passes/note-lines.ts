import type { Inline } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { plainLine, sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { contentOf } from './block.ts'
import { type Note, raisedKey } from './note-calls.ts'
import { itemLine } from './summary.ts'

const DEFINITION = /^(?:(\*{1,5})\s?(?=[^\s*])|(\[\d{1,3}\]|\(\d{1,2}\))\s*(?:[.:–—-]\s)?\s*(?=\S))/u
/** A note that begins with a raised number. */
const RAISED = /^\(?\d{1,2}\)?[.:]?\s*(?=\S)/u
/** A note between its own numbers: `[[1]]…[[1]]`. */
const DELIMITED = /^\[\[(\d{1,3})\]\]\s*(?=\S)(?=.*\[\[\1\]\]$)/u
const ENDING = /\s*(?:[↩↑⤴]\uFE0E?|\[\[\d{1,3}\]\])\s*$/u

/** The words of a note without its marker and what ends it. */
export function noteContent(content: Inline[], marker: number): Inline[] {
  const text = textOf(content)
  const end = text.length - (ENDING.exec(text)?.[0].length ?? 0)
  return plainLine(trimInline(sliceInline(content, marker, end)))
}

/** What pairs a note with its calls, what it prints, and how many characters that takes. */
type Definition = { key: string; marker: string; length: number }

/** The marker that a line begins with; null when it begins like any other. */
export function readDefinition(line: Inline[]): Definition | null {
  const text = textOf(line)
  const raised = line[0]?.marks?.some(({ type }) => type === 'superscript') ? RAISED.exec(text) : null
  if (raised) {
    const marker = raised[0].replace(/[^\d()]/gu, '')
    return { key: raisedKey(marker), marker, length: raised[0].length }
  }
  const delimited = DELIMITED.exec(text)
  if (delimited) {
    const [opening, number = ''] = delimited
    return { key: `{{${number}}}`, marker: `[[${number}]]…[[${number}]]`, length: opening.length }
  }
  const match = DEFINITION.exec(text)
  const marker = match?.[1] ?? match?.[2] ?? ''
  return match && { key: marker, marker, length: match[0].length }
}

/** The notes that a paragraph defines; several lines may each define one. */
function definedNotes(block: DraftBlock, index: number): Note[] {
  const lines = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  const notes = lines.flatMap((line): Note[] => {
    const read = readDefinition(line)
    const content = read ? noteContent(line, read.length) : []
    return read && content.length > 0 ? [{ key: read.key, marker: read.marker, content, block: index }] : []
  })
  return notes.length === lines.length ? notes : []
}

/** The notes of a list whose items carry the ids that markers lead to: one id an item. */
function listedNotes({ part, ids }: DraftBlock, index: number, called: ReadonlyMap<string, string>): Note[] {
  const items = part.type === 'orderedList' || part.type === 'bulletList' ? part.content.map(itemLine) : []
  const keys = ids.map((id) => `#${id.toLowerCase()}`).filter((key) => called.has(key))
  const lines = items.filter((line) => line !== null)
  if (keys.length === 0 || keys.length !== items.length || lines.length !== items.length) return []
  return lines.map((line, at) => ({
    key: keys[at] ?? '',
    marker: '',
    content: noteContent(line, 0),
    block: index,
  }))
}

const PRINTED = /^\s*(?:\[?\d{1,3}(?![\p{L}\p{N}])\]?[.)]?|\*{1,5})\s*(?=\S)/u
const bare = (marker: string) => marker.replace(/[^\d*]/gu, '')

/** A paragraph that begins with the marker that leads to it; `called` gives what each address printed. */
function linkedNote(block: DraftBlock, index: number, called: ReadonlyMap<string, string>): Note[] {
  const content = block.part.type === 'paragraph' ? (contentOf(block) ?? []) : []
  const key = block.ids.map((id) => `#${id.toLowerCase()}`).find((id) => called.has(id))
  const printed = key && PRINTED.exec(textOf(content))?.[0]
  const marker = called.get(key ?? '') ?? ''
  if (!printed || bare(printed) !== bare(marker)) return []
  return [{ key, marker, content: noteContent(content, printed.length), block: index }]
}

/** The notes that a block writes out; `called` gives what each address printed. */
export function notesAt(block: DraftBlock, index: number, called: ReadonlyMap<string, string>): Note[] {
  const linked = [...linkedNote(block, index, called), ...listedNotes(block, index, called)]
  return linked.length > 0 ? linked : definedNotes(block, index)
}
