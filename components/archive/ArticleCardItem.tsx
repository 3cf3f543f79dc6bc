import type { ArticleCard } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { shorten } from '../../lib/document/text.ts'
import { Heading } from '../article/Heading.tsx'
import { PictureImage } from '../article/PictureImage.tsx'
import { Kicker } from './Kicker.tsx'

/** How a card is drawn: `lead` opens the front page, `brief` is a title without standfirst. */
export type CardShape = 'lead' | 'standard' | 'brief'

const SIZES: Record<CardShape, string> = {
  lead: '(min-width: 64rem) 50rem, 100vw',
  standard: '(min-width: 64rem) 24rem, (min-width: 40rem) 50vw, 100vw',
  brief: '(min-width: 64rem) 18rem, (min-width: 40rem) 50vw, 100vw',
}

const STANDFIRST_LENGTH: Record<CardShape, number> = { lead: 320, standard: 170, brief: 0 }

type Props = { article: ArticleCard; level: number; shape?: CardShape }

/** An article in a list. The whole card leads to it; the link is its title, so that it is announced once. */
export function ArticleCardItem({ article, level, shape = 'standard' }: Props) {
  const { path, kind, title, standfirst, publishedAt, readingMinutes, cover } = article
  return (
    <article className="card" data-shape={shape} data-kind={kind ?? undefined}>
      {cover && (
        <div className="card-picture">
          <PictureImage
            picture={cover}
            alt={cover.alt ?? ''}
            sizes={SIZES[shape]}
            isLead={shape === 'lead'}
          />
        </div>
      )}
      <div className="card-text">
        <Kicker article={article} />
        <Heading level={level} className="card-title">
          <a href={path}>{title}</a>
        </Heading>
        {shape !== 'brief' && standfirst && (
          <p className="card-standfirst">{shorten(standfirst, STANDFIRST_LENGTH[shape])}</p>
        )}
        <p className="card-facts">
          {publishedAt && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
          <span>{readingMinutes} min</span>
        </p>
      </div>
    </article>
  )
}
