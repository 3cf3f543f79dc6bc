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
  const isItem = (block: DraftBlock) => block.part.type === 'paragraph' && BULLET.test(lineOf(block))
  const blocks: DraftBlock[] = []
  let run: DraftBlock[] = []
  const close = () => {
    blocks.push(...(run.length > 1 ? [listOf(run)] : run))
    run = []
  }
  for (const block of draft.blocks) {
    if (isItem(block)) run.push(block)
    else {
      close()
      blocks.push(block)
    }
  }
  close()
  return { ...draft, blocks }
}
