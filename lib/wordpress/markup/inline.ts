import type { Inline, Mark } from '../../document/types.ts'

/** The order in which the document schema keeps marks. */
const RANK: Mark['type'][] = [
  'link',
  'language',
  'bold',
  'italic',
  'underline',
  'strike',
  'code',
  'superscript',
  'subscript',
]

/** The marks with one more; one of the same kind is replaced, as the inner element wins in HTML. */
export function withMark(marks: readonly Mark[], mark: Mark): Mark[] {
  if (marks.length === 0) return [mark]
  const others = marks.filter((other) => other.type !== mark.type)
  return [...others, mark].sort((a, b) => RANK.indexOf(a.type) - RANK.indexOf(b.type))
}

/** The marks without one kind. */
export function withoutMark(marks: readonly Mark[], type: Mark['type']): Mark[] {
  return marks.filter((mark) => mark.type !== type)
}

/** A run of text with its marks, none when it has none. */
export function textNode(text: string, marks: readonly Mark[]): Inline {
  return marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text }
}

/** Characters that show nothing and are not part of a word (joiners of emoji and scripts are kept). */
const INVISIBLE = /[\u200b\u2060\ufeff]/g

/** Characters that have another form in NFC or are invisible, and others: letters of Europe and its quotes are not here. */
const SPECIAL = /[\u0300-\u200f\u2028-\uffff]/

/** Stored form of typed text: NFC, no zero-width spaces. No-break spaces stay as they were typed. */
export function normalText(text: string): string {
  return SPECIAL.test(text) ? text.replace(INVISIBLE, '').normalize('NFC') : text
}

/** The plain text of a line, a line break for each hard break. */
export function lineText(line: readonly Inline[]): string {
  return line
    .map((node) => (node.type === 'text' ? node.text : node.type === 'hardBreak' ? '\n' : ''))
    .join('')
}

/** True when a line has anything to read: no-break spaces alone are nothing. */
export function hasText(line: readonly Inline[]): boolean {
  return line.some((node) => node.type === 'text' && /[^\s\u00a0\u202f]/u.test(node.text))
}

const sameMarks = (one: Inline, other: Inline): boolean =>
  (one.marks?.length ?? 0) === (other.marks?.length ?? 0) &&
  (!one.marks?.length || JSON.stringify(one.marks) === JSON.stringify(other.marks))

/**
 * A line as it is stored: white space collapsed as HTML does, across marks; none at the ends or around line breaks;
 * no line break at the ends; neighbours with the same marks joined. Empty when there is nothing to read.
 */
export function normalLine(line: readonly Inline[]): Inline[] {
  if (!hasText(line)) return []
  const result: Inline[] = []
  let atSpace = true
  for (const node of line) {
    if (node.type !== 'text') {
      trimEnd(result)
      if (result.length > 0) result.push(node)
      atSpace = true
      continue
    }
    const collapsed = normalText(node.text).replace(/[ \t\n\r\f]{2,}|[\t\n\r\f]/g, ' ')
    const text: string = atSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed
    if (text === '') continue
    atSpace = text.endsWith(' ')
    const last = result.at(-1)
    if (last?.type === 'text' && sameMarks(last, node))
      result[result.length - 1] = { ...last, text: last.text + text }
    else result.push(text === node.text ? node : { ...node, text })
  }
  while (result.at(-1)?.type === 'hardBreak' || trimEnd(result)) {
    if (result.at(-1)?.type === 'hardBreak') result.pop()
  }
  return result
}

/** Takes the white space off the end; true when the line changed. */
function trimEnd(line: Inline[]): boolean {
  const last = line.at(-1)
  if (last?.type !== 'text') return false
  const text = last.text.trimEnd()
  if (text === last.text) return false
  line.pop()
  if (text !== '') line.push({ ...last, text })
  return true
}

/** The lines between hard breaks. */
export function splitLines(line: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const node of line) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}

/** Lines put together with hard breaks, empty ones left out. */
export function joinLines(lines: readonly (readonly Inline[])[]): Inline[] {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index): Inline[] => (index === 0 ? [...line] : [{ type: 'hardBreak' }, ...line]))
}

/** Cuts a line in two at a character of its plain text. */
export function cutLine(line: readonly Inline[], offset: number): [Inline[], Inline[]] {
  const before: Inline[] = []
  const after: Inline[] = []
  let rest = offset
  for (const node of line) {
    const length = lineText([node]).length
    const cut = Math.max(0, Math.min(length, rest))
    if (node.type !== 'text') (rest > 0 ? before : after).push(node)
    else {
      if (cut > 0) before.push({ ...node, text: node.text.slice(0, cut) })
      if (cut < length) after.push({ ...node, text: node.text.slice(cut) })
    }
    rest -= length
  }
  return [normalLine(before), normalLine(after)]
}
