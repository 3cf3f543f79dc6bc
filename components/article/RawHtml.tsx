import type { RawHtml as RawHtmlNode } from '../../lib/document/types.ts'

/** HTML without a node of its own. It was sanitised when it was stored: here it is trusted, and nowhere else. */
export function RawHtml({ node }: { node: RawHtmlNode }) {
  const stored = { dangerouslySetInnerHTML: { __html: node.attrs.html } }
  return <div className="raw-html" {...stored} />
}
