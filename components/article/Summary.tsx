import { readingMinutes, textLines, wordCount } from '../../lib/document/text.ts'
import type { Summary as SummaryNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

/** What reading it takes: "8 points, 1 min". */
function lengthText({ content }: SummaryNode): string {
  const words = wordCount(content.flatMap((item) => textLines(item)).join(' '))
  return `${content.length} ${content.length > 1 ? 'points' : 'point'}, ${readingMinutes(words)} min`
}

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
        <summary data-length={lengthText(node)}>{title ?? 'Résumé'}</summary>
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
