import type { PullQuote as PullQuoteNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

/** Words of the article set large. The quotation marks are put by the style sheet. */
export function PullQuote({ node, context }: { node: PullQuoteNode; context: ArticleContext }) {
  return (
    <figure className="pull-quote">
      <blockquote>
        {sequence(node.content, (paragraph) => (
          <p>
            <InlineText nodes={paragraph.content} context={context} />
          </p>
        ))}
      </blockquote>
      {node.attrs.attribution && <figcaption>{node.attrs.attribution}</figcaption>}
    </figure>
  )
}
