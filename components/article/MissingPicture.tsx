import type { Figure } from '../../lib/document/types.ts'

/** What the source said of the picture, most telling first. */
function nameOf({ alt, src, attachmentId }: Figure['attrs']): string {
  const file = src?.split(/[?#]/)[0]?.split('/').at(-1)
  return alt || file || (attachmentId ? `pièce jointe n° ${attachmentId}` : 'sans nom')
}

/** Holds the place of a picture whose file is not there, and names it. */
export function MissingPicture({ node }: { node: Figure }) {
  const label = `Image manquante : ${nameOf(node.attrs)}`
  return (
    <div role="img" className="missing-picture" aria-label={label}>
      <span aria-hidden="true">{label}</span>
    </div>
  )
}
