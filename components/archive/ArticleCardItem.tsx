import type { ArticleCard } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { shorten } from '../../lib/document/text.ts'
import { typeset } from '../../lib/typography.ts'
import { Heading } from '../article/Heading.tsx'
import { PictureImage } from '../article/PictureImage.tsx'
import { Kicker } from './Kicker.tsx'

/**
 * How a card is drawn: `row` lies in an archive, `brief` stands under the name of its
 * section, so it has no kicker, nor a standfirst.
 */
export type CardShape = 'standard' | 'row' | 'brief'

type Look = {
  card: string
  picture: string
  sizes: string
  title: string
  standfirst: number
}

/** `standfirst` is the length shown, in characters; the rest are classes and the `sizes` of the picture. */
const LOOKS: Record<CardShape, Look> = {
  standard: {
    card: 'card-standard',
    picture: '',
    sizes: '(min-width: 64rem) 30rem, (min-width: 40rem) 50vw, calc(100vw - 2.5rem)',
    title: 'text-[1.625rem] leading-[1.12]',
    standfirst: 170,
  },
  row: {
    card: 'grid gap-4 sm:grid-cols-[13rem_1fr] sm:gap-8 lg:grid-cols-[24rem_minmax(0,42rem)] lg:gap-12',
    picture: '',
    sizes: '(min-width: 64rem) 24rem, (min-width: 40rem) 13rem, calc(100vw - 2.5rem)',
    title: 'text-[1.75rem] leading-[1.1]',
    standfirst: 220,
  },
  brief: {
    card: 'flex flex-col gap-3',
    picture: '',
    sizes: '(min-width: 64rem) 26rem, 50vw',
    title: 'text-xl leading-[1.18]',
    standfirst: 0,
  },
}

function Facts({ article }: { article: ArticleCard }) {
  const { publishedAt, readingMinutes } = article
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 font-ui text-sm text-muted">
      {publishedAt && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
      <span>
        <span className="sr-only">Lecture : </span>
        {readingMinutes} min
      </span>
    </p>
  )
}

/** The picture of a card that `.latest-grid` draws small on a phone. */
const SMALL_SIZES = '(min-width: 64rem) 26rem, (min-width: 40rem) 50vw, 30vw'

type Props = {
  article: ArticleCard
  level: number
  shape?: CardShape
  isSmall?: boolean
  /** Its picture opens the page. */
  isLead?: boolean
}

/** An article in a list. The whole card leads to it; the link is its title, so that it is announced once. */
export function ArticleCardItem({ article, level, shape = 'standard', isSmall, isLead }: Props) {
  const { path, kind, title, standfirst, cover } = article
  const look = LOOKS[shape]
  return (
    <article className={`group relative ${look.card}`} data-kind={kind ?? undefined}>
      {cover && (
        <div className={`card-picture ${look.picture}`}>
          <PictureImage
            picture={cover}
            alt={cover.alt ?? ''}
            sizes={isSmall ? SMALL_SIZES : look.sizes}
            isLead={isLead}
          />
        </div>
      )}
      {!cover && <div className={`card-picture card-blank ${look.picture}`} />}
      <div>
        {shape !== 'brief' && <Kicker article={article} />}
        <Heading
          level={level}
          className={`mt-2 font-text font-medium tracking-tight text-balance ${look.title}`}
        >
          <a className="card-link" href={path}>
            {typeset(title)}
          </a>
        </Heading>
        {look.standfirst > 0 && standfirst && (
          <p className="card-standfirst mt-3 text-lg leading-snug text-soft">
            {typeset(shorten(standfirst, look.standfirst))}
          </p>
        )}
        <Facts article={article} />
      </div>
    </article>
  )
}
