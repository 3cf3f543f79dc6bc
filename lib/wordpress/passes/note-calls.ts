import type { Inline, Mark } from '../../document/types.ts'
import { textOf } from '../inline.ts'
import { DELIMITED_CALL } from './delimited-notes.ts'

/** A note as it was found: `key` pairs it with its calls, `marker` is what the source printed before it. */
export type Note = { key: string; marker: string; content: Inline[]; block: number }

/** Where a line calls a note: offsets of the marker, what it prints, and the word before it. */
export type Call = {
  line: number
  block: number
  start: number
  end: number
  key: string
  printed: string
  word: string
  free: boolean
  /** A star behind a space: a call only for the note that explains the word before it. */
  spaced: boolean
}

const STARS = /(?<=[\p{L}\p{N}”"»)\]’])(\*{1,5})(?=[\s\p{P}]|$)(?!\*)/gu
const SPACED_STARS = /(?<=[\p{L}\p{N}”"»)\]’] )(\*{1,5})(?=[\s,.;:!?)]|$)(?!\*)/gu
const NUMBER = /\[(\d{1,3})\]/gu
/** "word (1)", not "three ideas: (1) one, (2) two". */
const ROUND_NUMBER = /(?<=[\p{L}\p{N}”"»)\]’%€] ?)(?<!(?<!\p{L})(?:et|ou|puis) )\((\d{1,2})\)/gu
/** A power of a unit is no call: m², km³. */
const UNIT = /(?<!\p{L})[kcdm]?m$/u

function wordBefore(text: string, offset: number): string {
  return (
    /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u
      .exec(text.slice(Math.max(0, offset - 60), offset))?.[0]
      .replace(/[^\p{L}\p{N}]/gu, '') ?? ''
  )
}

/** `**word**` is emphasis typed by hand, not a call. */
function closesEmphasis(text: string, stars: string, offset: number): boolean {
  const before = text.slice(0, offset)
  const open = before.lastIndexOf(stars)
  return (
    open >= 0 &&
    /(?:^|[\s\p{P}])$/u.test(before.slice(0, open)) &&
    /^\S/u.test(before.slice(open + stars.length))
  )
}

type Place = Pick<Call, 'start' | 'end' | 'key'>

function textCalls(text: string): Place[] {
  const found = (sign: string, pattern: RegExp) => (text.includes(sign) ? [...text.matchAll(pattern)] : [])
  const stars = [...found('*', STARS), ...found('*', SPACED_STARS)].filter(
    (match) => !closesEmphasis(text, match[0], match.index),
  )
  return [...stars, ...found('[', NUMBER), ...found('(', ROUND_NUMBER), ...found('{', DELIMITED_CALL)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      key: match[0],
    }),
  )
}

/** Numbers set as superscripts. */
function raisedCalls(content: readonly Inline[], text: string): Place[] {
  if (!content.some((node) => node.marks?.some(isRaised))) return []
  const places: Place[] = []
  let end = 0
  for (const node of content) {
    const start = end
    end += textOf([node]).length
    if (node.type !== 'text' || !node.marks?.some(isRaised)) continue
    const isUnit = UNIT.test(text.slice(Math.max(0, start - 4), start))
    if (/^\(?\d{1,2}\)?$/u.test(node.text.trim()) && !isUnit)
      places.push({ start, end, key: raisedKey(node.text) })
  }
  return places
}

const isRaised = ({ type }: Mark): boolean => type === 'superscript'

/** What pairs a raised number with the note that begins with one. */
export function raisedKey(printed: string): string {
  return `^${printed.replace(/\D/gu, '')}`
}

const isLink = (mark: Mark) => mark.type === 'link'

function inPageHref(node: Inline): string | undefined {
  const href = node.marks?.find(isLink)?.attrs.href
  return href?.startsWith('#') ? href : undefined
}

/** Linked markers: the text "1" or "[1]" that leads to `#id`; the key is the address. */
function linkedCalls(content: readonly Inline[]): Place[] {
  if (!content.some(inPageHref)) return []
  const places: Place[] = []
  let end = 0
  for (const node of content) {
    const start = end
    end += textOf([node]).length
    const href = inPageHref(node)
    if (node.type === 'text' && href && /^\s*(?:[[(]?\d{1,3}[\])]?|\*{1,5})\s*$/u.test(node.text))
      places.push({ start, end, key: href.toLowerCase() })
  }
  return places
}

/** Every place of a line that may call a note. */
export function callsIn(content: Inline[], line: number, block: number): Call[] {
  const text = textOf(content)
  return [...linkedCalls(content), ...raisedCalls(content, text), ...textCalls(text)].map((call) => ({
    ...call,
    printed: text.slice(call.start, call.end).trim(),
    line,
    block,
    word: wordBefore(text, call.start),
    free: !/[\p{L}\p{N}]/u.test(text.charAt(call.start - 1)),
    spaced: /\s\*/u.test(text.slice(call.start - 1, call.start + 1)),
  }))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words of a text as calls compare them. */
export function wordSet(text: string): Set<string> {
  return new Set(plain(text).split(/[^\p{L}\p{N}]+/u))
}

/** Gives each call to the first note below it that explains its word: Foliweb* … * Foliweb : … */
function explained(notes: readonly Note[], calls: readonly Call[]): Pairing[] {
  const open = Map.groupBy(
    calls.filter(({ word }) => word.length > 1),
    ({ word }) => plain(word),
  )
  return notes.flatMap((note) => {
    const words = [...wordSet(textOf(note.content))].filter((word) => open.has(word))
    const own = words.flatMap((word) => (open.get(word) ?? []).filter((call) => call.block < note.block))
    for (const word of own.length > 0 ? words : []) open.delete(word)
    return own.length > 0 ? [{ note, calls: own }] : []
  })
}

/** "Word : …", the way a definition begins. */
function looksDefined({ content }: Note): boolean {
  return /^[^:.]{1,60}\s?:\s/u.test(textOf(content))
}

/** Notes in order, each with one call in order; when notes are too many, only those that look like definitions. */
function inOrder(notes: readonly Note[], calls: readonly Call[]): Pairing[] {
  const chosen = notes.length <= calls.length ? notes : notes.filter(looksDefined)
  if (chosen.length > calls.length) return []
  return chosen.flatMap((note, index) => {
    const call = calls[index]
    return call && call.block < note.block ? [{ note, calls: [call] }] : []
  })
}

/** The only note of a number: each of its calls leads there. */
function everyCall(notes: readonly Note[], calls: readonly Call[]): Pairing[] {
  return notes.map((note) => ({ note, calls: calls.filter((call) => call.block < note.block) }))
}

/** A note and the calls that lead to it. */
export type Pairing = { note: Note; calls: Call[] }

/**
 * Pairs the notes of one marker with the calls of that marker. Stars: those whose word a note explains, then the rest
 * in order. Numbers: the call that stands free of a word (t[1] is no call beside "voir [1]"). Links lead by themselves.
 */
export function pairNotes(key: string, notes: readonly Note[], candidates: readonly Call[]): Pairing[] {
  const printed = new Set(notes.map(({ block }) => block))
  const calls = key.startsWith('ref') ? candidates : candidates.filter(({ block }) => !printed.has(block))
  if (key.startsWith('#') || key.startsWith('ref')) {
    return notes.map((note) => ({ note, calls: calls.filter((call) => call.block < note.block) }))
  }
  if (key.startsWith('{')) return notes.slice(0, 1).map((note) => ({ note, calls: [...calls] }))
  if (!key.startsWith('*')) {
    const free = key.startsWith('[') ? calls.filter((call) => call.free) : []
    const sure = free.length > 0 ? free : calls
    return notes.length > 1 ? inOrder(notes, sure) : everyCall(notes, sure)
  }
  const sure = explained(notes, calls)
  const taken = new Set(sure.flatMap((pair) => pair.calls))
  const paired = new Set(sure.map((pair) => pair.note))
  const left = calls.filter((call) => !taken.has(call) && !call.spaced)
  return [
    ...sure,
    ...inOrder(
      notes.filter((note) => !paired.has(note)),
      left,
    ),
  ]
}
