import type { Inline, Paragraph, TextAlign } from '../../document/types.ts'
import type { DraftBlock, DraftPart, Span } from '../draft.ts'
import { joinSpans } from './html.ts'
import { hasText, normalLine } from './inline.ts'
import { paragraphParts } from './paragraph.ts'
import { block, type Reader } from './reader.ts'

/**
 * Blocks as they come in reading order. Text gathers in the current line until a block ends it; a picture never
 * breaks a line: it stands before the paragraph that it leads, else after it. Ids wait for the block they stand on.
 */
export class Flow {
  readonly #reader: Reader
  readonly #blocks: DraftBlock[] = []
  #line: Inline[] = []
  #span: Span | null = null
  #ids: string[] = []
  #align: TextAlign = null
  #after: { block: DraftBlock; textBefore: number }[] = []
  #isReadable = false

  constructor(reader: Reader) {
    this.#reader = reader
  }

  text(node: Inline, span: Span | null): void {
    this.#line.push(node)
    this.#span = joinSpans(this.#span, span)
    this.#isReadable ||= hasText([node])
  }

  picture(part: DraftPart, span: Span | null): void {
    if (this.#isReadable) this.#after.push({ block: block(part, span), textBefore: this.#line.length })
    else this.#add(block(part, span))
  }

  id(id: string): void {
    if (!this.#ids.includes(id)) this.#ids.push(id)
  }

  align(align: TextAlign): void {
    this.#align = align
  }

  push(blocks: readonly DraftBlock[]): void {
    this.end()
    for (const one of blocks) this.#add(one)
  }

  /** How many blocks there are so far. */
  size(): number {
    return this.#blocks.length + this.#after.length
  }

  /** Ends the current line. */
  end(): void {
    const content = normalLine(this.#line)
    if (this.#after.length > 0) this.#flagLifted()
    const lifted = this.#after
    const place = this.#span
    this.#line = []
    this.#span = null
    this.#after = []
    this.#isReadable = false
    if (content.length > 0) {
      const paragraph: Paragraph = { type: 'paragraph', attrs: { align: this.#align }, content }
      for (const part of paragraphParts(paragraph, this.#reader, place)) this.#add(block(part, place))
    }
    for (const { block: figure } of lifted) this.#add(figure)
  }

  /** Ends the flow and gives its blocks. */
  close(): DraftBlock[] {
    this.end()
    this.#blocks.at(-1)?.ids.push(...this.#ids)
    return this.#blocks
  }

  #add(added: DraftBlock): void {
    const isNamed = this.#ids.length > 0 || added.ids.length > 1
    this.#blocks.push(isNamed ? { ...added, ids: [...new Set([...this.#ids, ...added.ids])] } : added)
    this.#ids = []
  }

  #flagLifted(): void {
    const lastText = this.#line.findLastIndex((node) => hasText([node]))
    for (const lifted of this.#after)
      if (lifted.textBefore <= lastText) this.#reader.flag('image-lifted', '', lifted.block.span)
  }
}
