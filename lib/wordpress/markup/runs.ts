import { autop } from '../autop.ts'
import { readBlocks } from './block-comments.ts'
import { alignWith, type MappedText } from './mapped-text.ts'

/** Blocks whose content WordPress lays out as it does a classic post. */
const CLASSIC = new Set(['freeform', 'shortcode'])

/**
 * Paragraphs made where the editor made none: in all of a classic post, else in what stands between the blocks. The
 * block editor writes its own.
 */
export function layOut(html: MappedText): MappedText {
  if (!html.text.includes('<!-- wp:')) return alignWith(html, autop(html.text))
  const parts: MappedText[] = []
  let index = 0
  const copyTo = (end: number) => {
    if (end > index) parts.push(slice(html, index, end))
    index = Math.max(index, end)
  }
  const layOutTo = (end: number) => {
    const run = slice(html, index, Math.max(index, end))
    if (run.text.trim() === '') copyTo(end)
    else parts.push(alignWith(run, autop(run.text)))
    index = Math.max(index, end)
  }
  for (const { name, start, end, inner } of readBlocks(html.text).blocks) {
    if (start < index) continue
    layOutTo(start)
    if (inner && CLASSIC.has(name)) {
      copyTo(inner.start)
      layOutTo(inner.end)
    }
    copyTo(end)
  }
  layOutTo(html.text.length)
  return join(parts, html.at.at(-1) ?? 0)
}

function slice({ text, at }: MappedText, start: number, end: number): MappedText {
  return { text: text.slice(start, end), at: at.slice(start, end + 1) }
}

function join(parts: readonly MappedText[], end: number): MappedText {
  const text = parts.map((part) => part.text).join('')
  const at = new Uint32Array(text.length + 1).fill(end)
  let index = 0
  for (const part of parts) {
    at.set(part.at.subarray(0, part.text.length), index)
    index += part.text.length
  }
  return { text, at }
}
