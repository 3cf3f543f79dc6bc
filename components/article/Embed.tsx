import type { Picture } from '../../lib/articles/types.ts'
import { formatTimecode } from '../../lib/dates.ts'
import type { Embed as EmbedNode } from '../../lib/document/types.ts'
import { frameAddress, type PlayerShape, playerShape, providerName } from '../../lib/players.ts'
import type { ArticleContext } from './context.ts'
import { embedAddress } from './embed-address.ts'
import { InlineText } from './InlineText.tsx'
import { PictureImage } from './PictureImage.tsx'

const INVITATIONS: Record<PlayerShape, string> = {
  film: 'Regarder le film',
  sound: 'Écouter l’enregistrement',
  slides: 'Parcourir le document',
  map: 'Voir la carte',
  post: 'Voir le message',
}

/** What the reader is told before the click: whose player it is, and what the click does. */
function promise({ attrs }: EmbedNode, isFramed: boolean, isTitled: boolean): string {
  const provider = providerName(attrs)
  const start = attrs.start ? `, à partir de ${formatTimecode(attrs.start)}` : ''
  if (isFramed) return `${provider}${start} · rien ne lui est demandé avant votre clic`
  return isTitled ? `Sur ${provider}${start}` : `S’ouvre sur un autre site${start}`
}

/** Its picture, kept here; else a plate on which the style sheet sets the name of the site, for what has a screen. */
function Screen({ node, picture }: { node: EmbedNode; picture: Picture | undefined }) {
  const shape = playerShape(node.attrs)
  const isScreen = shape === 'film' || shape === 'slides' || shape === 'map'
  const plays = shape === 'film' || shape === 'sound' ? 'embed-sign plays' : 'embed-sign'
  return (
    <span
      className="embed-screen"
      data-plate={isScreen && !picture ? providerName(node.attrs) : undefined}
      aria-hidden="true"
    >
      {picture && <PictureImage picture={picture} alt="" sizes="(min-width: 40rem) 37rem, 100vw" />}
      <span className={plays} />
    </span>
  )
}

/**
 * A film, sound or post of another site: a place of the right size and a link, so that nothing is asked of that site
 * unbidden. `players.js` puts the player in that place at the click; without a script the link leads to it.
 */
export function Embed({ node, context }: { node: EmbedNode; context: ArticleContext }) {
  const { title, start, fallback, provider, posterId } = node.attrs
  const shape = playerShape(node.attrs)
  const frame = frameAddress(node.attrs, start)
  const name = providerName(node.attrs)
  const caption = node.content?.[0]
  const framed = frame ? { 'data-frame': frame, 'data-provider': provider, 'data-name': name } : {}
  return (
    <div
      className="embed"
      id={context.film === node ? 'lecteur' : undefined}
      data-shape={shape ?? undefined}
      {...framed}
    >
      <a className="embed-card" href={embedAddress(node.attrs)}>
        <Screen node={node} picture={context.pictures[posterId ?? '']} />
        <span className="embed-words">
          <strong>{title ?? (shape ? `${INVITATIONS[shape]} sur ${name}` : `Voir sur ${name}`)}</strong>
          <span className="embed-host">{promise(node, frame !== null, title !== null)}</span>
        </span>
      </a>
      {fallback && <p className="embed-fallback">{fallback}</p>}
      {caption && (
        <p className="caption">
          <InlineText nodes={caption.content} context={context} people={context.people} />
        </p>
      )}
    </div>
  )
}
