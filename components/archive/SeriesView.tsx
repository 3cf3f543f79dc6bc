import type { Series } from '../../lib/articles/types.ts'
import { termLabels } from '../../lib/site.ts'
import { typeset } from '../../lib/typography.ts'
import { ArticleCardItem } from './ArticleCardItem.tsx'
import { PageTitle } from './PageTitle.tsx'

/** A series: its parts in their order, each with its number. */
export function SeriesView({ series: { term, articles } }: { series: Series }) {
  const facts = articles.length > 1 ? `${articles.length} épisodes, à lire dans l’ordre` : '1 épisode'
  return (
    <div className="page-frame pb-24">
      <PageTitle kicker={termLabels.series} title={term.name} facts={facts}>
        {term.description && <p className="page-lead">{typeset(term.description)}</p>}
      </PageTitle>
      <ol className="series-parts">
        {articles.map((article, index) => (
          <li key={article.id} data-kind={article.kind ?? undefined}>
            <ArticleCardItem article={article} level={2} shape="row" isLead={index === 0} />
          </li>
        ))}
      </ol>
    </div>
  )
}
