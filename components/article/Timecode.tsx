import { formatTimecode, isoDuration } from '../../lib/dates.ts'
import { frameAddress } from '../../lib/players.ts'
import type { ArticleContext } from './context.ts'
import { embedAddress } from './embed-address.ts'

/** Where the article's film is at a second: the address of its page, and of its frame when there is one. */
function filmAt(film: NonNullable<ArticleContext['film']>, seconds: number) {
  if (film.type !== 'embed') return { href: `${film.attrs.sources[0] ?? ''}#t=${seconds}`, frame: null }
  const attrs = { ...film.attrs, start: seconds }
  return { href: embedAddress(attrs), frame: frameAddress(attrs, seconds) }
}

type Props = { seconds: number; words: string | null; context: ArticleContext }

/** A moment of the article's film: it starts the player there (`players.js`), else leads to the film. */
export function Timecode({ seconds, words, context }: Props) {
  const time = (
    <time className="timecode" dateTime={isoDuration(seconds)}>
      {words ?? formatTimecode(seconds)}
    </time>
  )
  if (!context.film) return time
  const { href, frame } = filmAt(context.film, seconds)
  return (
    <a className="timecode-link" href={href} data-start={seconds} data-frame={frame ?? undefined}>
      <span className="sr-only">Lire à partir de </span>
      {time}
    </a>
  )
}
