import { formatTimecode } from '../../lib/dates.ts'
import type { Embed as EmbedNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { embedAddress, isPlayer, providerName } from './embed-address.ts'
import { InlineText } from './InlineText.tsx'

/** A film, sound or post of another site: a card and a link, so that nothing is asked of that site unbidden. */
export function Embed({ node, context }: { node: EmbedNode; context: ArticleContext }) {
  const { title, start, fallback } = node.attrs
  const provider = providerName(node.attrs)
  const caption = node.content?.[0]
  return (
    <div className="embed">
      <a className="embed-card" href={embedAddress(node.attrs)}>
        <span className={isPlayer(node.attrs) ? 'embed-sign plays' : 'embed-sign'} aria-hidden="true" />
        <span>
          <strong>{title ?? `Voir sur ${provider}`}</strong>
          <span className="embed-host">
            {title ? `Sur ${provider}` : 'S’ouvre sur un autre site'}
            {start ? `, à partir de ${formatTimecode(start)}` : ''}
          </span>
        </span>
      </a>
      {fallback && <p className="embed-fallback">{fallback}</p>}
      {caption && (
        <p className="caption">
          <InlineText nodes={caption.content} context={context} />
        </p>
      )}
    </div>
  )
}
