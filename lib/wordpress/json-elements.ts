import { parseJson } from './clean-text.ts'

/** Text that is no JSON, with where it goes wrong: a line, from 1. */
export class JsonError extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/** Characters of one element; a real article has a thousand times less. */
const LARGEST_ELEMENT = 100_000_000

const OPENING = new Set(['[', '{'])
const CLOSING = new Set([']', '}'])

/**
 * The elements of a JSON list, one by one as the text comes, so that a large file never stands whole in memory; a text
 * that is one object gives that object. `line` is where each starts.
 * @throws JsonError where the text is cut or malformed, after the whole elements before that line.
 */
export async function* jsonElements(
  texts: AsyncIterable<string>,
): AsyncGenerator<{ value: unknown; line: number }> {
  const splitter = elementSplitter()
  for await (const text of texts) for (const element of splitter.write(text)) yield parseElement(element)
  splitter.end()
}

type ElementText = { text: string; line: number }

function parseElement({ text, line }: ElementText): { value: unknown; line: number } {
  try {
    return { value: parseJson(text), line }
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0)
    throw new JsonError(line + countLines(text.slice(0, at)), 'JSON mal formé')
  }
}

const countLines = (text: string) => text.split('\n').length - 1

/** Follows brackets and strings only: what stands between them is for `JSON.parse`. */
function elementSplitter() {
  /** Brackets around the elements: one for a list, none for a lone object. */
  let outer: number | null = null
  let depth = 0
  let inString = false
  let escaped = false
  let line = 1
  let element: ElementText | null = null
  let isOver = false

  function* write(text: string): Generator<ElementText> {
    let start = element ? 0 : -1
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charAt(index)
      if (character === '\n') line += 1
      if (inString) {
        if (escaped) escaped = false
        else if (character === '\\') escaped = true
        else if (character === '"') inString = false
      } else if (character === '"') inString = true
      else if (OPENING.has(character)) {
        if (isOver) throw new JsonError(line, 'du texte suit la fin du JSON')
        outer ??= character === '[' ? 1 : 0
        if (depth === outer) {
          element = { text: '', line }
          start = index
        }
        depth += 1
      } else if (CLOSING.has(character)) {
        depth -= 1
        if (depth < 0) throw new JsonError(line, 'JSON mal formé : fermeture de trop')
        if (element && depth === outer) {
          yield { text: element.text + text.slice(start, index + 1), line: element.line }
          element = null
        }
        isOver = depth === 0
      }
    }
    if (!element) return
    element.text += text.slice(start)
    if (element.text.length > LARGEST_ELEMENT) throw new JsonError(element.line, 'élément de plus de 100 Mo')
  }

  function end(): void {
    if (!isOver) throw new JsonError(line, 'le JSON s’arrête avant sa fin')
  }

  return { write, end }
}
