import type { Audio, Video } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

const isTrackKind = (kind: string) =>
  (['subtitles', 'captions', 'descriptions', 'chapters', 'metadata'] as const).find((known) => known === kind)

/** A poster of another site would be asked for before any click: only ours is shown. */
const localPoster = (poster: string | null) =>
  poster?.startsWith('/') && !poster.startsWith('//') ? poster : undefined

const LABELS = { audio: 'Enregistrement sonore', video: 'Film' } as const

/** A sound shows nothing of itself: without title or caption it is announced by what it is. */
function titleOf({ type, attrs, content }: Audio | Video): string | null {
  return attrs.title ?? (type === 'audio' && !content ? LABELS.audio : null)
}

function Player({ node, id }: { node: Audio | Video; id: string | undefined }) {
  const label = node.attrs.title ?? LABELS[node.type]
  const sources = sequence(node.attrs.sources, (src) => <source src={src} />)
  const tracks = sequence(node.type === 'video' ? node.attrs.tracks : [], ({ src, kind, lang }) => (
    <track src={src} kind={isTrackKind(kind)} srcLang={lang} label={lang} />
  ))
  const film = node.type === 'video' ? { poster: localPoster(node.attrs.poster), playsInline: true } : {}
  const Tag = node.type
  return (
    <Tag id={id} controls preload="none" aria-label={label} {...film}>
      {sources}
      {tracks}
    </Tag>
  )
}

/** A sound or a film with the browser's own player; nothing is loaded before the reader plays it. */
export function Recording({ node, context }: { node: Audio | Video; context: ArticleContext }) {
  const caption = node.content?.[0]
  const title = titleOf(node)
  return (
    <div className="recording">
      {title && <p className="recording-title">{title}</p>}
      <Player node={node} id={context.film === node ? 'lecteur' : undefined} />
      {caption && (
        <p className="caption">
          <InlineText nodes={caption.content} context={context} people={context.people} />
        </p>
      )}
    </div>
  )
}
