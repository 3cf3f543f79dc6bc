import type { RelatedArticle } from '../../lib/articles/types.ts'
import { kindLabels } from '../../lib/site.ts'
import { typeset } from '../../lib/typography.ts'
import { PictureImage } from './PictureImage.tsx'
import { sequence } from './sequence.ts'

type Reason = RelatedArticle['reasons'][number]

const WORDS: Record<Reason['kind'], (name: string) => string> = {
  series: (name) => `dans le dossier ${typeset(`« ${name} »`)}`,
  person: (name) => `avec ${name}`,
  tag: (name) => `aussi sur « ${name} »`,
  author: (name) => `aussi signé ${name}`,
}

/** "Dans le dossier « L’eau », avec Élise Varambon" */
function because(reasons: readonly Reason[]): string {
  const text = reasons.map(({ kind, name }) => WORDS[kind](name)).join(', ')
  return typeset(text.charAt(0).toUpperCase() + text.slice(1))
}

/** What to read next, and why each is there. */
export function Related({ articles }: { articles: readonly RelatedArticle[] }) {
  if (articles.length === 0) return null
  return (
    <aside className="related" aria-labelledby="a-lire-ensuite">
      <h2 id="a-lire-ensuite" className="strip-title">
        À lire ensuite
      </h2>
      <ul>
        {sequence(articles, ({ article, reasons }) => (
          <li data-kind={article.kind ?? undefined}>
            {article.cover ? (
              <div className="card-picture">
                <PictureImage
                  picture={article.cover}
                  alt=""
                  sizes="(min-width: 64rem) 26rem, (min-width: 40rem) 33vw, 30vw"
                />
              </div>
            ) : (
              <div className="card-picture card-blank" />
            )}
            <div>
              <p className="related-reason">{because(reasons)}</p>
              <h3>
                <a className="card-link" href={article.path}>
                  {typeset(article.title)}
                </a>
              </h3>
              <p className="related-facts">
                {article.kind ? `${kindLabels[article.kind]} · ` : ''}
                {article.readingMinutes} min
              </p>
            </div>
          </li>
        ))}
      </ul>
    </aside>
  )
}
