import type { Details as DetailsNode } from '../../lib/document/types.ts'
import type { ArticleContext, RenderBlocks } from './context.ts'
import { InlineText } from './InlineText.tsx'

type Props = { node: DetailsNode; context: ArticleContext; renderBlocks: RenderBlocks }

/** A passage that the reader opens. */
export function Details({ node, context, renderBlocks }: Props) {
  const summary = node.content.find((child) => child.type === 'detailsSummary')
  const blocks = node.content.filter((child) => child.type !== 'detailsSummary')
  return (
    <details className="passage" id={node.attrs.anchor ?? undefined}>
      <summary>
        {summary?.content?.length ? <InlineText nodes={summary.content} context={context} /> : 'En détail'}
      </summary>
      {renderBlocks(blocks)}
    </details>
  )
}
