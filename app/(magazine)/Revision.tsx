import { revisionOf } from '../../lib/articles/revision.ts'

/** Says in the head which revision a page shows, for the receipt of a publication. `of` is what its read answered. */
export function Revision({ of: shown }: { of: object }) {
  return <meta name="revision" content={revisionOf(shown)} />
}
