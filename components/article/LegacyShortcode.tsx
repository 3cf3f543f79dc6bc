import type { LegacyShortcode as LegacyShortcodeNode } from '../../lib/document/types.ts'

/** A shortcode that nothing here renders, shown as it was written rather than lost. */
export function LegacyShortcode({ node }: { node: LegacyShortcodeNode }) {
  return (
    <p className="legacy-shortcode">
      <code>{node.attrs.raw}</code>
    </p>
  )
}
