import type { Inline } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { isAllMarked, joinLines, sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { contentOf, type Facts, paragraph } from './block.ts'

/** How a text sets its questions apart; most articles keep to one way. */
type Style = 'bold' | 'italic' | 'underline' | 'label' | 'plain'

const MAX_LENGTH = 320
const MAX_PLAIN = 190
const QUESTION = /^["“«–—-]?\s?[\p{Lu}\p{N}][\s\S]*\?\s*["”»)]?$/u
/** "Q : …", or the initials of who asks. */
const LABEL = /^(?:Q|Question|\p{Lu}{2,3})\s?[:.]\s/u

/** A question at the head of a paragraph: the line, its style, and the answer that shares the paragraph. */
type Asked = { line: Inline[]; style: Style; answer: Inline[] }

function styleOf(line: Inline[]): Style {
  if (LABEL.test(textOf(line))) return 'label'
  return (['bold', 'italic', 'underline'] as const).find((type) => isAllMarked(line, type)) ?? 'plain'
}

/** A question in bold at the head of a line that goes on: offset of what follows it. */
function endOfBold(line: readonly Inline[]): number {
  let end = 0
  for (const node of line) {
    if (!node.marks?.some(({ type }) => type === 'bold')) break
    end += textOf([node]).length
  }
  return end
}

function readAsked(block: DraftBlock): Asked | null {
  const [first, ...rest] = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  if (!first) return null
  const style = styleOf(first)
  const limit = style === 'plain' ? MAX_PLAIN : MAX_LENGTH
  if (textOf(first).length <= limit && QUESTION.test(textOf(first)))
    return { line: first, style, answer: joinLines(rest) }
  const end = endOfBold(first)
  const lead = trimInline(sliceInline(first, 0, end))
  if (textOf(lead).length > MAX_LENGTH || !QUESTION.test(textOf(lead))) return null
  return { line: lead, style: 'bold', answer: joinLines([trimInline(sliceInline(first, end)), ...rest]) }
}

/** Questions are set apart in a style when two are or more; plain ones only in what the title calls an interview. */
function habits(asked: readonly (Asked | null)[], { kind }: Facts): Set<Style> {
  const styles = (['bold', 'italic', 'underline', 'label'] as const).filter(
    (style) => asked.filter((each) => each?.style === style).length > 1,
  )
  if (styles.length > 0) return new Set(styles)
  const plain = asked.filter((each) => each?.style === 'plain').length
  return new Set(kind === 'interview' && plain > 1 ? ['plain'] : [])
}

/**
 * Parts the questions from the answers that share their paragraph, and says which blocks are questions: those in a
 * style that the text uses for its questions.
 */
export function partQuestions(
  blocks: readonly DraftBlock[],
  facts: Facts,
): { blocks: DraftBlock[]; asked: Set<DraftBlock> } {
  const read = blocks.map(readAsked)
  const styles = habits(read, facts)
  const asked = new Set<DraftBlock>()
  const parted = blocks.flatMap((block, index) => {
    const found = read[index]
    if (!found || !styles.has(found.style)) return [block]
    const question = found.answer.length > 0 ? { ...block, part: paragraph(found.line) } : block
    asked.add(question)
    return found.answer.length > 0
      ? [question, { ...block, part: paragraph(found.answer), ids: [] }]
      : [question]
  })
  return { blocks: parted, asked }
}
