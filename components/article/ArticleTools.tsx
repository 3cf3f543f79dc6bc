import type { ArticlePage } from '../../lib/articles/types.ts'
import { readingMinutes, textLines, wordCount } from '../../lib/document/text.ts'
import type { Document, Inline } from '../../lib/document/types.ts'
import { articleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { outlineOf } from './outline.ts'
import { sequence } from './sequence.ts'
import { Timecode } from './Timecode.tsx'
import { splitAtTimecode } from './timecode.ts'

/** The summary alone, for who has two minutes. */
function InBriefLink({ document }: { document: Document }) {
  const summary = document.content.find((part) => part.type === 'summary')
  if (!summary) return null
  const minutes = readingMinutes(wordCount(summary.content.flatMap((item) => textLines(item)).join(' ')))
  return (
    <a className="tool" href="#en-bref">
      L’essentiel en {minutes} min
    </a>
  )
}

/** A heading as the outline says it: without its calls of notes, nor the time code that stands before it there. */
function wordsOf(nodes: readonly Inline[], timecode: number | null): Inline[] {
  const { before, after } =
    timecode === null ? { before: nodes, after: [] } : splitAtTimecode(nodes, timecode)
  return [...before, ...after].filter(({ type }) => type !== 'footnoteRef')
}

/** Questions, chapters or sections: each leads to its place; a chapter also starts the film there. */
function OutlineList({ article }: { article: ArticlePage }) {
  const outline = outlineOf(article.document)
  if (!outline) return null
  const context = articleContext(article.document, article.pictures)
  return (
    <details className="article-outline">
      <summary className="tool">{outline.title}</summary>
      <ol>
        {sequence(outline.sections, ({ attrs, content: [heading] }) => (
          <li>
            {attrs.timecode !== null && <Timecode seconds={attrs.timecode} words={null} context={context} />}{' '}
            <a href={`#${attrs.anchor}`}>
              <InlineText nodes={wordsOf(heading.content, attrs.timecode)} context={context} unlinked />
            </a>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Ways through the article and out of it. What needs a script is shown only when scripts run. */
export function ArticleTools({ article }: { article: ArticlePage }) {
  return (
    <div className="article-tools">
      <InBriefLink document={article.document} />
      <OutlineList article={article} />
      <div className="share">
        <button className="tool" type="button" data-share="copy">
          Copier le lien
        </button>
        <button className="tool" type="button" data-share="sheet">
          Partager
        </button>
        <span className="share-status" role="status" />
      </div>
    </div>
  )
}
