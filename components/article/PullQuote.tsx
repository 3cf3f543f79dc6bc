import { textLines } from '../../lib/document/text.ts'
import type { PullQuote as PullQuoteNode } from '../../lib/document/types.ts'
import { Attribution } from './Attribution.tsx'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

/** From this many characters on, the words are set smaller. */
const LONG = 110

/** Words of the article set large. The quotation marks are put by the style sheet. */
export function PullQuote({ node, context }: { node: PullQuoteNode; context: ArticleContext }) {
  const isLong = textLines(node).join(' ').length > LONG
  return (
    <figure className="pull-quote" data-long={isLong ? '' : undefined}>
      <blockquote>
        {sequence(node.content, (paragraph) => (
          <p>
            <InlineText nodes={paragraph.content} context={context} />
          </p>
        ))}
      </blockquote>
      {node.attrs.attribution && (
        <figcaption>
          <Attribution words={node.attrs.attribution} context={context} />
        </figcaption>
      )}
    </figure>
  )
}
