import type { Inline } from '../../document/types.ts'
import { textOf } from '../inline.ts'

/** A note as it was found: `key` pairs it with its calls, `marker` is what the source printed before it. */
export type Note = { key: string; marker: string; content: Inline[]; block: number }

/** Where a line calls a note: offsets of the marker, and the word before it. */
export type Call = {
  line: number
  block: number
  start: number
  end: number
  key: string
  word: string
  free: boolean
}

const STARS = /(?<=[\p{L}\p{N}”"»)\]’])(\*{1,5})(?=[\s\p{P}]|$)(?!\*)/gu
const NUMBER = /\[(\d{1,3})\]/gu

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

function textCalls(text: string): Pick<Call, 'start' | 'end' | 'key'>[] {
  const stars = [...text.matchAll(STARS)].filter((match) => !closesEmphasis(text, match[0], match.index))
  return [...stars, ...text.matchAll(NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: match[0],
  }))
}

/** Linked markers: the text "1" or "[1]" that leads to `#id`; the key is the address. */
function linkedCalls(content: readonly Inline[]): Pick<Call, 'start' | 'end' | 'key'>[] {
  let position = 0
  return content.flatMap((node) => {
    const start = position
    position += textOf([node]).length
    const href = node.marks?.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0]
    const isMarker = node.type === 'text' && /^\s*(?:\[?\d{1,3}\]?|\*{1,5})\s*$/u.test(node.text)
    return isMarker && href?.startsWith('#') ? [{ start, end: position, key: href.toLowerCase() }] : []
  })
}

/** Every place of a line that may call a note. */
export function callsIn(content: readonly Inline[], line: number, block: number): Call[] {
  const text = textOf(content)
  return [...linkedCalls(content), ...textCalls(text)].map((call) => ({
    ...call,
    line,
    block,
    word: wordBefore(text, call.start),
    free: !/[\p{L}\p{N}]/u.test(text.charAt(call.start - 1)),
  }))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * The calls that belong to a note among those with its key, all before it. Of several, those whose word the note
 * explains (Foliweb* … * Foliweb : …), else the first that stands free of a word (t[1] is no call beside "voir [1]").
 */
export function callsOf(note: Note, rank: number, calls: readonly Call[]): Call[] {
  const same = calls.filter((call) => call.key === note.key && call.block < note.block)
  if (same.length <= 1 || note.key.startsWith('#')) return same
  const words = new Set(plain(textOf(note.content)).split(/[^\p{L}\p{N}]+/u))
  const explained = same.filter((call) => call.word.length > 1 && words.has(plain(call.word)))
  if (note.key.startsWith('*') && explained.length > 0 && explained.length < same.length) return explained
  const free = note.key.startsWith('[') ? same.filter((call) => call.free) : []
  const chosen = (free.length > 0 ? free : same)[rank]
  return chosen ? [chosen] : []
}
