import type { Blockquote as BlockquoteNode } from '../../lib/document/types.ts'
import type { RenderBlocks } from './context.ts'

/** A quotation from elsewhere. Its source stands outside of it, as HTML wants. */
export function Blockquote({ node, renderBlocks }: { node: BlockquoteNode; renderBlocks: RenderBlocks }) {
  return (
    <div className="quotation">
      <blockquote>{renderBlocks(node.content)}</blockquote>
      {node.attrs.attribution && <p className="attribution">{node.attrs.attribution}</p>}
    </div>
  )
}
