import type { Series } from '../../lib/articles/types.ts'
import { typeset, typesetTitle } from '../../lib/typography.ts'
import { PictureImage } from '../article/PictureImage.tsx'

/** Parts named on the front page; the page of the series has them all. */
const SHOWN = 5

/** A series on the front page: its cover and its name, then its parts by number. */
export function SeriesStrip({ series: { term, articles } }: { series: Series }) {
  const cover = articles.find((article) => article.cover)?.cover
  const id = `dossier-${term.slug}`
  return (
    <section className="series-strip" aria-labelledby={id} data-kind={articles[0]?.kind ?? undefined}>
      {cover && (
        <div className="card-picture series-cover">
          <PictureImage picture={cover} alt="" sizes="(min-width: 64rem) 40rem, 100vw" />
        </div>
      )}
      <div className="series-words">
        <p className="kicker">Dossier</p>
        <h2 id={id} className="series-name">
          <a href={term.path}>{term.name}</a>
        </h2>
        {term.description && <p className="series-description">{typeset(term.description)}</p>}
        <ol className="series-list">
          {articles.slice(0, SHOWN).map(({ id: number, path, title }) => (
            <li key={number}>
              <a href={path}>{typesetTitle(title)}</a>
            </li>
          ))}
        </ol>
        {articles.length > SHOWN && (
          <p className="series-more">
            <a href={term.path}>Les {articles.length} épisodes</a>
          </p>
        )}
      </div>
    </section>
  )
}
