import type { ListItem } from '../../document/types.ts'
import type { Draft, DraftBlock } from '../draft.ts'
import { sliceInline } from '../inline.ts'
import { contentOf, lineOf, mergedSpan, type Pass, paragraph } from './block.ts'

const BULLET = /^\s*[-–•]\s+(?=\S)/u

function itemOf(block: DraftBlock): ListItem {
  const content = contentOf(block) ?? []
  const bullet = BULLET.exec(lineOf(block))?.[0].length ?? 0
  return { type: 'listItem', content: [paragraph(sliceInline(content, bullet))] }
}

function listOf(run: readonly DraftBlock[]): DraftBlock {
  return {
    part: { type: 'bulletList', content: run.map(itemOf) },
    span: mergedSpan(run),
    confidence: 0.9,
    ids: run.flatMap((block) => block.ids),
  }
}

/** Two lines or more that begin with a dash or a bullet, one after the other, in text that lost its tags. */
export const findLists: Pass = (draft: Draft, { stripped }) => {
  if (!stripped) return draft
  const isItem = (block: DraftBlock | undefined) =>
    block?.part.type === 'paragraph' && BULLET.test(lineOf(block))
  const blocks: DraftBlock[] = []
  for (let index = 0; index < draft.blocks.length; index++) {
    const run = draft.blocks.slice(index)
    const end = run.findIndex((block) => !isItem(block))
    const items = run.slice(0, end < 0 ? run.length : end)
    const first = run[0]
    if (items.length < 2) {
      if (first) blocks.push(first)
      continue
    }
    blocks.push(listOf(items))
    index += items.length - 1
  }
  return { ...draft, blocks }
}
