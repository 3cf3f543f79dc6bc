import type { Draft } from '../draft.ts'
import type { Pass } from './block.ts'

/** A rule parts the text from notes, credits or links below it: when those have left for their own place, it goes too. */
export const dropLooseRules: Pass = (draft: Draft) => {
  const blocks = draft.blocks.filter(({ part, ids }, index) => {
    const next = draft.blocks[index + 1]?.part.type
    const isLoose = next === undefined || (next.startsWith('draft') && next !== 'draftContents')
    return part.type !== 'separator' || !isLoose || ids.length > 0
  })
  return { ...draft, blocks }
}
