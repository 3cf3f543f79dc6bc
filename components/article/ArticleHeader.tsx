import type { ArticlePage } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { typeset, typesetTitle } from '../../lib/typography.ts'
import { Kicker } from '../archive/Kicker.tsx'
import { bylineParts } from './byline.ts'
import { coverShown } from './cover.ts'
import { PersonNames } from './PersonNames.tsx'
import { PictureImage } from './PictureImage.tsx'

/** From this many characters on, a title is set smaller. */
const LONG = 90

/** The opening of the page: what it is, who made it, when, and its cover. */
export function ArticleHeader({ article }: { article: ArticlePage }) {
  const { title, credits, publishedAt, updatedAt, readingMinutes } = article
  const cover = coverShown(article)
  const byline = bylineParts(credits)
  return (
    <header className="article-header" data-cover={cover ? '' : undefined}>
      <div className="article-title">
        <Kicker article={article} />
        <h1 data-long={title.length > LONG ? '' : undefined}>{typesetTitle(title)}</h1>
        {byline.length > 0 && (
          <p className="byline">
            <PersonNames cut={byline} />
          </p>
        )}
        {article.type === 'article' && (
          <p className="article-facts">
            {publishedAt && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
            {updatedAt && (
              <span>
                Mis à jour le <time dateTime={updatedAt}>{formatDate(updatedAt)}</time>
              </span>
            )}
            <span>{typeset(`Lecture : ${readingMinutes} min`)}</span>
          </p>
        )}
      </div>
      {cover && (
        <div className="cover">
          <PictureImage picture={cover} alt={cover.alt ?? ''} sizes="(min-width: 64rem) 57vw, 100vw" isLead />
          {cover.credit && <p className="caption">{cover.credit}</p>}
        </div>
      )}
    </header>
  )
}
