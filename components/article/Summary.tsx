import type { Summary as SummaryNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

/** The collapsed summary: each #hashtag leads to its section, whose own #hashtag leads back here. */
export function Summary({ node, context }: { node: SummaryNode; context: ArticleContext }) {
  const { title, hint, linkLabel } = node.attrs
  return (
    <>
      {linkLabel && (
        <p className="summary-link">
          <a href="#resume">{linkLabel}</a>
        </p>
      )}
      <details id="resume" className="summary">
        <summary>{title ?? 'Résumé'}</summary>
        {hint && <p className="summary-hint">{hint}</p>}
        <ul>
          {sequence(node.content, (item) => (
            <li id={context.entryIds.get(item)}>
              <a href={`#${item.attrs.target}`}>
                {item.attrs.hashtag && <strong className="hashtag">{item.attrs.hashtag}</strong>}{' '}
                <InlineText nodes={item.content} context={context} unlinked />
              </a>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
