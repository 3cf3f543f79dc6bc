import type { ArticleCard } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { firstSentences } from '../../lib/document/text.ts'
import { typeset, typesetTitle } from '../../lib/typography.ts'
import { Heading } from '../article/Heading.tsx'
import { PictureImage } from '../article/PictureImage.tsx'
import { Kicker } from './Kicker.tsx'

/**
 * How a card is drawn: `row` lies in an archive, below the `opening` that heads it; `standard` stands among the latest
 * articles, of which the first is `wide` and those far down `small` on a phone; `brief` stands under the name of its
 * section, so it has no kicker, nor a standfirst.
 */
export type CardShape = 'opening' | 'row' | 'wide' | 'standard' | 'small' | 'brief'

type Look = { card: string; sizes: string; title: string; standfirst: number }

const PHONE = 'calc(100vw - 2.5rem)'
const standard: Look = {
  card: 'card-standard',
  sizes: `(min-width: 64rem) 26rem, (min-width: 40rem) 50vw, ${PHONE}`,
  title: 'text-[1.625rem] leading-[1.12]',
  standfirst: 220,
}

/** `standfirst` is the length shown, in characters; the rest are classes and the `sizes` of the picture. */
const LOOKS: Record<CardShape, Look> = {
  standard,
  wide: {
    ...standard,
    sizes: `(min-width: 64rem) 55rem, ${PHONE}`,
    title: 'text-[1.625rem] leading-[1.12] sm:text-[2.25rem] sm:leading-[1.05] lg:text-[2.5rem]',
    standfirst: 280,
  },
  small: { ...standard, sizes: '(min-width: 64rem) 26rem, (min-width: 40rem) 50vw, 30vw' },
  opening: {
    card: 'grid gap-4 sm:gap-6 lg:grid-cols-[7fr_5fr] lg:items-end lg:gap-12',
    sizes: `(min-width: 64rem) 46rem, ${PHONE}`,
    title: 'text-[1.75rem] leading-[1.1] sm:text-[2.25rem] lg:text-[3rem] lg:leading-[1.02]',
    standfirst: 320,
  },
  row: {
    card: 'grid gap-4 sm:grid-cols-[13rem_1fr] sm:gap-8 lg:grid-cols-[24rem_minmax(0,42rem)] lg:items-center lg:gap-12',
    sizes: `(min-width: 64rem) 24rem, (min-width: 40rem) 13rem, ${PHONE}`,
    title: 'text-[1.75rem] leading-[1.1]',
    standfirst: 240,
  },
  brief: {
    card: 'flex flex-col gap-3',
    sizes: '(min-width: 64rem) 26rem, 50vw',
    title: 'text-xl leading-[1.18]',
    standfirst: 0,
  },
}

function Facts({ article, role }: Pick<Props, 'article' | 'role'>) {
  const { publishedAt, readingMinutes } = article
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 font-ui text-sm text-muted">
      {role && <span>{role}</span>}
      {publishedAt && <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>}
      <span>
        <span className="sr-only">Lecture : </span>
        {readingMinutes} min
      </span>
    </p>
  )
}

type Props = {
  article: ArticleCard
  level: number
  shape?: CardShape
  /** Its picture is the first of the page. */
  isLead?: boolean
  /** What the person whose page this is did for it. */
  role?: string
}

/** An article in a list. The whole card leads to it; the link is its title, so that it is announced once. */
export function ArticleCardItem({
  article,
  level,
  shape = 'standard',
  isLead = shape === 'opening',
  role,
}: Props) {
  const { path, kind, title, standfirst, cover } = article
  const look = LOOKS[shape]
  return (
    <article className={`group relative ${look.card}`} data-kind={kind ?? undefined}>
      {cover && (
        <div className="card-picture">
          <PictureImage picture={cover} alt={cover.alt ?? ''} sizes={look.sizes} isLead={isLead} />
        </div>
      )}
      {!cover && <div className="card-picture card-blank" />}
      <div>
        {shape !== 'brief' && <Kicker article={article} />}
        <Heading
          level={level}
          className={`mt-2 font-text font-medium tracking-tight text-balance ${look.title}`}
        >
          <a className="card-link" href={path}>
            {typesetTitle(title)}
          </a>
        </Heading>
        {look.standfirst > 0 && standfirst && (
          <p className="card-standfirst mt-3 text-lg leading-snug text-soft">
            {typeset(firstSentences(standfirst, look.standfirst))}
          </p>
        )}
        <Facts article={article} role={role} />
      </div>
    </article>
  )
}
