import type { Piece } from '../../lib/search/types.ts'

/** A text with the words that were asked for marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ at, text, isHit }) => (isHit ? <mark key={at}>{text}</mark> : text))
}
