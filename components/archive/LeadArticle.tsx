import type { ArticleCard } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { firstSentences } from '../../lib/document/text.ts'
import { typeset, typesetTitle } from '../../lib/typography.ts'
import { bylineText } from '../article/byline.ts'
import { PictureImage } from '../article/PictureImage.tsx'
import { Kicker } from './Kicker.tsx'

/** Characters of the standfirst that are shown. */
const STANDFIRST = 420

/** The article that opens the front page: its picture, and its words on a sheet of its section's ink. */
export function LeadArticle({ article }: { article: ArticleCard }) {
  const { path, kind, title, standfirst, cover, publishedAt, readingMinutes, credits } = article
  const byline = bylineText(credits)
  return (
    <article
      className="lead page-frame group"
      data-kind={kind ?? undefined}
      data-cover={cover ? '' : undefined}
    >
      {cover && (
        <div className="lead-picture">
          <PictureImage
            picture={cover}
            alt={cover.alt ?? ''}
            sizes="(min-width: 84rem) 66rem, (min-width: 64rem) 83vw, 100vw"
            isLead
          />
        </div>
      )}
      <div className="lead-sheet">
        <Kicker article={article} />
        <h2 className="lead-title">
          <a className="card-link" href={path}>
            {typesetTitle(title)}
          </a>
        </h2>
        {standfirst && <p className="lead-standfirst">{typeset(firstSentences(standfirst, STANDFIRST))}</p>}
        <p className="lead-facts">
          {byline && <span>{byline}</span>}
          {publishedAt && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
          <span>{readingMinutes} min</span>
        </p>
      </div>
    </article>
  )
}
