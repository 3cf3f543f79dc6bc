import type { Draft } from './draft.ts'
import { findAuthorBox } from './passes/author-box.ts'
import type { Facts, Pass } from './passes/block.ts'
import { findByline } from './passes/byline.ts'
import { findContents } from './passes/contents.ts'
import { findCredits } from './passes/credits.ts'
import { findFurtherReading } from './passes/further-reading.ts'
import { splitGlued } from './passes/glued.ts'
import { findHeadings } from './passes/headings.ts'
import { findLists } from './passes/lists.ts'
import { dropLooseRules } from './passes/loose-rules.ts'
import { flagLostEmbeds } from './passes/lost-embeds.ts'
import { findNotes } from './passes/notes.ts'
import { findPullQuotes } from './passes/pull-quotes.ts'
import { removeStamps } from './passes/stamps.ts'
import { findStandfirst } from './passes/standfirst.ts'
import { findSummary } from './passes/summary.ts'

/** The steps of the structure, in order: each relies on what those before it took away. */
const PASSES: readonly Pass[] = [
  removeStamps,
  splitGlued,
  findLists,
  findByline,
  findSummary,
  findContents,
  findNotes,
  findAuthorBox,
  findCredits,
  findFurtherReading,
  findPullQuotes,
  findStandfirst,
  findHeadings,
  flagLostEmbeds,
  dropLooseRules,
]

/** The draft of the mark-up with its structure found: headings, standfirst, summary, notes, quotes, credits. */
export function applyPasses(draft: Draft, facts: Facts): Draft {
  return PASSES.reduce((current, pass) => pass(current, facts), draft)
}
