import { isSilent } from '../../lib/document/text.ts'
import type { LegacyShortcode as LegacyShortcodeNode } from '../../lib/document/types.ts'

/** A shortcode that nothing here renders, shown as it was written rather than lost, as WordPress shows it. */
export function LegacyShortcode({ node }: { node: LegacyShortcodeNode }) {
  if (isSilent(node)) return null
  return (
    <p className="legacy-shortcode">
      <code>{node.attrs.raw}</code>
    </p>
  )
}
