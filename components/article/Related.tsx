import type { RelatedArticle } from '../../lib/articles/types.ts'
import { kindLabels } from '../../lib/site.ts'
import { typeset, typesetTitle } from '../../lib/typography.ts'
import { PictureImage } from './PictureImage.tsx'
import { sequence } from './sequence.ts'

type Reason = RelatedArticle['reasons'][number]

const WORDS: Record<Reason['kind'], (names: string[]) => string> = {
  series: (names) => `dans le dossier ${names.map((name) => `« ${name} »`).join(' et ')}`,
  person: (names) => `avec ${names.join(' et ')}`,
  tag: (names) => `aussi sur ${names.map((name) => `« ${name} »`).join(' et ')}`,
  author: (names) => `aussi signé ${names.join(' et ')}`,
}

/** "Dans le dossier « L’eau », avec Élise Varambon", "Aussi sur « bois » et « eau »" */
function because(reasons: readonly Reason[]): string {
  const groups = [...Map.groupBy(reasons, ({ kind }) => kind)]
  const text = groups.map(([kind, those]) => WORDS[kind](those.map(({ name }) => name))).join(', ')
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
                  {typesetTitle(article.title)}
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
