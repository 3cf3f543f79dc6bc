import type { Draft, Flag } from '../draft.ts'
import { flag, lineOf, type Pass } from './block.ts'

const PLAYER =
  /(?<!\p{L})(?:vidéo|film|replay|captation|podcast|émission|diaporama|teaser|bande-annonce)(?!\p{L})/iu
const PLAYER_CAPTION =
  /^(?:un |une |la |le |l['’])?(?:exemple de vidéo|extrait|aperçu|replay|vidéo|film|captation|teaser|bande-annonce)(?!\p{L})/iu

/** Nothing that could be what a colon announces. */
function announcesNothing({ blocks }: Draft, index: number): boolean {
  const next = blocks[index + 1]
  return next === undefined || next.part.type === 'heading' || next.part.type.startsWith('draft')
}

function flagOf(draft: Draft, index: number): Flag[] {
  const block = draft.blocks[index]
  const line = block?.part.type === 'paragraph' ? lineOf(block) : ''
  if (!block || line === '') return []
  if (/:$/u.test(line) && announcesNothing(draft, index)) {
    const label = line.split(/\s+/u).length <= 3 && !PLAYER.test(line)
    return [
      flag(label ? 'label-without-value' : 'embed-lost', line, PLAYER.test(line) ? 0.9 : 0.7, block.span),
    ]
  }
  return line.length <= 140 && PLAYER_CAPTION.test(line) ? [flag('embed-lost', line, 0.5, block.span)] : []
}

/** Names the places where a stripped dump lost a player or a value; the words stay. */
export const flagLostEmbeds: Pass = (draft: Draft, { stripped }) =>
  stripped
    ? { ...draft, flags: [...draft.flags, ...draft.blocks.flatMap((_, index) => flagOf(draft, index))] }
    : draft
