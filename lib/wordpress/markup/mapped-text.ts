/**
 * Text made from a source, with the way back: `at[i]` is the UTF-16 offset in the item's content that character `i`
 * comes from. `at` has one entry more than the text, for its end.
 */
export type MappedText = { text: string; at: Uint32Array }

/** A piece of text: copied from the source at `start`, or, with `fixed`, all standing for the place `start`. */
export type Piece = { text: string; start: number; fixed?: boolean }

/** Joins pieces of source into one mapped text. */
export function joinPieces(pieces: readonly Piece[], end: number): MappedText {
  const text = pieces.map((piece) => piece.text).join('')
  const at = new Uint32Array(text.length + 1).fill(end)
  let index = 0
  for (const { text: own, start, fixed } of pieces) {
    const { length } = own
    if (fixed) at.fill(start, index, index + length)
    else for (let i = 0; i < length; i++) at[index + i] = start + i
    index += length
  }
  return { text, at }
}

const PARAGRAPH_TAG = /<\/?p>|<br ?\/?>/y
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

function paragraphTagAt(text: string, index: number): number {
  if (text.charCodeAt(index) !== 60) return 0
  PARAGRAPH_TAG.lastIndex = index
  return PARAGRAPH_TAG.exec(text)?.[0].length ?? 0
}

/**
 * The map of a text that `autop` made from `source`: autop only adds or takes away paragraph tags, line breaks and
 * white space, so both texts are walked side by side and whatever stands in one alone is skipped.
 */
export function alignWith(source: MappedText, output: string): MappedText {
  const { text, at: places } = source
  const at = new Uint32Array(output.length + 1).fill(places[text.length] ?? 0)
  let from = 0
  let to = 0
  /** Where the text ends, up to the next tag, that was last looked at as a whole: most of it is the same in both. */
  let run = 0
  const copy = (length: number, step: number) => {
    for (let i = 0; i < length; i++) at[to + i] = places[from + i * step] ?? 0
    to += length
    from += length * step
  }
  while (to < output.length && from < text.length) {
    if (to >= run) {
      const tag = output.indexOf('<', to + 1)
      run = tag === -1 ? output.length : tag
      if (text.startsWith(output.slice(to, run), from)) {
        at.set(places.subarray(from, from + run - to), to)
        from += run - to
        to = run
        continue
      }
    }
    const code = output.charCodeAt(to)
    if (code !== 60 && code === text.charCodeAt(from)) {
      at[to++] = places[from++] ?? 0
      continue
    }
    const added = paragraphTagAt(output, to)
    const there = paragraphTagAt(text, from)
    const same = code === text.charCodeAt(from)
    if (same && (!added || (there === added && output.startsWith(text.slice(from, from + there), to))))
      copy(Math.max(1, added), 1)
    else if (isSpace(text.charCodeAt(from))) from++
    else if (added || isSpace(output.charCodeAt(to))) copy(Math.max(1, added), 0)
    else if (there) from += there
    else copy(1, 1)
  }
  return { text: output, at }
}
