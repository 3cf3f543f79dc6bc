import type { ArticleCard } from '../../lib/articles/types.ts'
import { typesetTitle } from '../../lib/typography.ts'
import { PictureImage } from '../article/PictureImage.tsx'

/** The latest interviews, on a band of ink across the front page. */
export function InterviewBand({ articles }: { articles: readonly ArticleCard[] }) {
  if (articles.length === 0) return null
  return (
    <section className="interview-band" aria-labelledby="entretiens-recents">
      <div className="page-frame">
        <h2 id="entretiens-recents" className="band-title">
          Elles et ils racontent leur métier
        </h2>
        <ul className="band-list">
          {articles.map(({ id, path, title, cover, readingMinutes }) => (
            <li key={id} className="group band-card">
              {cover ? (
                <div className="card-picture">
                  <PictureImage picture={cover} alt="" sizes="(min-width: 48rem) 33vw, 40vw" />
                </div>
              ) : (
                <div className="card-picture card-blank" />
              )}
              <div>
                <h3 className="band-name">
                  <a className="card-link" href={path}>
                    {typesetTitle(title)}
                  </a>
                </h3>
                <p className="band-facts">Entretien, {readingMinutes} min</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
