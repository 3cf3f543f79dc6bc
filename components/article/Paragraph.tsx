import type { Paragraph as ParagraphNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'

/** A paragraph; nothing at all when it holds nothing. */
export function Paragraph({ node, context }: { node: ParagraphNode; context: ArticleContext }) {
  if (!node.content?.length) return null
  return (
    <p data-align={node.attrs.align ?? undefined}>
      <InlineText nodes={node.content} context={context} />
    </p>
  )
}
