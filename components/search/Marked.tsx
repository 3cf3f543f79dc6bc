import type { Piece } from '../../lib/search/types.ts'
import { typesetPieces } from '../../lib/typography.ts'

/** A text as French sets it, with the words that were asked for marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  const texts = typesetPieces(pieces.map(({ text }) => text))
  return pieces.map(({ at, isHit }, index) => (isHit ? <mark key={at}>{texts[index]}</mark> : texts[index]))
}
