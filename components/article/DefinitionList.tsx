import type { DefinitionList as DefinitionListNode } from '../../lib/document/types.ts'
import type { ArticleContext, RenderBlocks } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

type Props = { node: DefinitionListNode; context: ArticleContext; renderBlocks: RenderBlocks }

/** Terms and what they mean. */
export function DefinitionList({ node, context, renderBlocks }: Props) {
  return (
    <dl>
      {sequence(node.content, (child) =>
        child.type === 'definitionTerm' ? (
          <dt>
            <InlineText nodes={child.content} context={context} />
          </dt>
        ) : (
          <dd>{renderBlocks(child.content)}</dd>
        ),
      )}
    </dl>
  )
}
