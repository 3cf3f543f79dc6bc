import type { SeriesPlace } from '../../lib/articles/types.ts'
import { typesetTitle } from '../../lib/typography.ts'

/** The place of an article in its series, and the parts before and after it. */
export function SeriesNav({ place: { series, rank, count, previous, next } }: { place: SeriesPlace }) {
  const sides = [
    { label: 'Épisode précédent', rel: 'prev', article: previous },
    { label: 'Épisode suivant', rel: 'next', article: next },
  ]
  return (
    <nav className="series-nav page-frame" aria-label={`Dossier ${series.name}`}>
      <p className="kicker">
        <a href={series.path}>
          Dossier : {series.name}, {rank} sur {count}
        </a>
      </p>
      <ul>
        {sides.map(
          ({ label, rel, article }) =>
            article && (
              <li key={rel}>
                <a rel={rel} href={article.path}>
                  <span>{label}</span>
                  {typesetTitle(article.title)}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  )
}
