import type { FurtherReading as FurtherReadingNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

/** Where to read more; the source's title loses its final colon, which a heading does not need. */
export function FurtherReading({ node, context }: { node: FurtherReadingNode; context: ArticleContext }) {
  const title = node.attrs.title?.replace(/\s*:\s*$/u, '')
  return (
    <section className="further-reading">
      <h2>{title || 'Pour en savoir plus'}</h2>
      <ul>
        {sequence(node.content, (item) => (
          <li>
            <InlineText nodes={item.content} context={context} />
          </li>
        ))}
      </ul>
    </section>
  )
}
