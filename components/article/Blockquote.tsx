import type { Blockquote as BlockquoteNode } from '../../lib/document/types.ts'
import { Attribution } from './Attribution.tsx'
import type { ArticleContext, RenderBlocks } from './context.ts'

type Props = { node: BlockquoteNode; context: ArticleContext; renderBlocks: RenderBlocks }

/** A quotation from elsewhere. Its source stands outside of it, as HTML wants. */
export function Blockquote({ node, context, renderBlocks }: Props) {
  return (
    <div className="quotation">
      <blockquote>{renderBlocks(node.content)}</blockquote>
      {node.attrs.attribution && (
        <p className="attribution">
          <Attribution words={node.attrs.attribution} context={context} />
        </p>
      )}
    </div>
  )
}
