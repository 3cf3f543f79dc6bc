import type { Inline, Mark } from '../document/types.ts'

/**
 * Editing lines of inline nodes by character offsets, as if they were text. Lines are never changed: every function
 * gives a new list, or the same when there is nothing to do.
 */

/** Stands for a note's call in the text of a line, so that offsets count one character for it. */
const CALL = '\uFFFC'

function textOfNode(node: Inline): string {
  if (node.type === 'text') return node.text
  return node.type === 'hardBreak' ? '\n' : CALL
}

/** Remembers what was made of a line: lines never change, and one step after the other asks the same of them. */
function remembered<T>(make: (content: Inline[]) => T): (content: Inline[]) => T {
  const known = new WeakMap<readonly Inline[], T>()
  return (content) => {
    if (content.length < 2) return make(content)
    const found = known.get(content)
    if (found !== undefined) return found
    const made = make(content)
    known.set(content, made)
    return made
  }
}

const wholeText = remembered((content) => content.map(textOfNode).join(''))

/** The characters of a line: `\n` for a line break, U+FFFC for the call of a note. */
export function textOf(content: Inline[] = []): string {
  return wholeText(content)
}

/** The nodes between two offsets into `textOf(content)`. */
export function sliceInline(content: Inline[], start: number, end = Number.POSITIVE_INFINITY): Inline[] {
  if (start === 0 && end === Number.POSITIVE_INFINITY) return content
  const result: Inline[] = []
  let position = 0
  for (const node of content) {
    const length = textOfNode(node).length
    const from = Math.max(start - position, 0)
    const to = Math.min(end - position, length)
    position += length
    if (from >= to) continue
    const isCut = node.type === 'text' && to - from < length
    result.push(isCut ? { ...node, text: node.text.slice(from, to) } : node)
  }
  return result
}

const isFull = (node: Inline): boolean => node.type !== 'text' || node.text !== ''

/** Without white space and line breaks at both ends. */
export function trimInline(content: Inline[]): Inline[] {
  const head = textOf(content.slice(0, 1))
  const tail = textOf(content.slice(-1))
  // Most lines are trimmed: their text need not be put together.
  if (head !== '' && tail !== '' && head.trimStart() === head && tail.trimEnd() === tail)
    return content.every(isFull) ? content : content.filter(isFull)
  const text = textOf(content)
  const start = text.length - text.trimStart().length
  return sliceInline(content, start, text.trimEnd().length)
}

/** The lines between line breaks, trimmed; empty ones are left out. */
export const splitLines: (content: Inline[]) => readonly Inline[][] = remembered((content) => {
  const lines = content.some(({ type }) => type === 'hardBreak') ? cutAtBreaks(content) : [content]
  return lines.map(trimInline).filter(isFilled)
})

const isFilled = (line: Inline[]): boolean => line.length > 0

function cutAtBreaks(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}

/** One line again, with a line break between each. */
export function joinLines(lines: readonly Inline[][]): Inline[] {
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]))
}

/** True when every word carries the mark; a question mark that stands outside it does not count. */
export function isAllMarked(content: readonly Inline[], type: Mark['type']): boolean {
  const isWord = (node: Inline) => /[\p{L}\p{N}\uFFFC]/u.test(textOfNode(node))
  const isMarked = (node: Inline) => node.marks?.some((mark) => mark.type === type) ?? false
  return content.every((node) => isMarked(node) || !isWord(node)) && content.some(isWord)
}

/** Takes off the marks that `drop` chooses. */
export function withoutMarks(content: Inline[], drop: (mark: Mark) => boolean): Inline[] {
  for (const { marks } of content)
    if (marks?.some(drop)) return content.map((node) => withoutMarksOf(node, drop))
  return content
}

function withoutMarksOf(node: Inline, drop: (mark: Mark) => boolean): Inline {
  if (!node.marks?.some(drop)) return node
  const { marks, ...bare } = node
  const kept = marks.filter((mark) => !drop(mark))
  return kept.length > 0 ? { ...bare, marks: kept } : bare
}

/** Bold, italic or underline over a whole line says what the line is, not what its words mean: the node's type says it now. */
export function plainLine(content: Inline[]): Inline[] {
  const whole = (['bold', 'italic', 'underline'] as const).filter((type) => isAllMarked(content, type))
  return trimInline(withoutMarks(content, (mark) => whole.some((type) => type === mark.type)))
}

/** Addresses of the links in a line, in order. */
export function hrefsOf(content: readonly Inline[]): string[] {
  return content.flatMap((node) =>
    (node.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : [])),
  )
}
