import type { ArticlePage } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { typeset } from '../../lib/typography.ts'
import { Kicker } from '../archive/Kicker.tsx'
import { bylineText } from './byline.ts'
import { PictureImage } from './PictureImage.tsx'

/** From this many characters on, a title is set smaller. */
const LONG = 90

/** The cover, unless the text shows the same picture, with its caption. */
const openingPicture = ({ cover, pictures }: ArticlePage) => (cover && pictures[cover.id] ? null : cover)

/** The opening of the page: what it is, who made it, when, and its cover. */
export function ArticleHeader({ article }: { article: ArticlePage }) {
  const { title, credits, publishedAt, updatedAt, readingMinutes } = article
  const cover = openingPicture(article)
  const byline = bylineText(credits)
  return (
    <header className="article-header" data-cover={cover ? '' : undefined}>
      <div className="article-title">
        <Kicker article={article} />
        <h1 data-long={title.length > LONG ? '' : undefined}>{typeset(title)}</h1>
        {byline && <p className="byline">{byline}</p>}
        <p className="article-facts">
          {publishedAt && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
          {updatedAt && (
            <span>
              Mis à jour le <time dateTime={updatedAt}>{formatDate(updatedAt)}</time>
            </span>
          )}
          <span>Lecture : {readingMinutes} min</span>
        </p>
      </div>
      {cover && (
        <div className="cover">
          <PictureImage
            picture={cover}
            alt={cover.alt ?? ''}
            sizes="(min-width: 64rem) 50rem, 100vw"
            isLead
          />
          {cover.credit && <p className="caption">{cover.credit}</p>}
        </div>
      )}
    </header>
  )
}
