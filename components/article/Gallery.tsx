import type { Picture } from '../../lib/articles/types.ts'
import type { Figure, Gallery as GalleryNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { MissingPicture } from './MissingPicture.tsx'
import { PictureImage } from './PictureImage.tsx'
import { sequence } from './sequence.ts'

function FullPictureLink({ node, picture }: { node: Figure; picture: Picture }) {
  const alt = node.attrs.alt ?? picture.alt ?? ''
  return (
    <a href={picture.src} aria-label={alt ? `Voir en grand : ${alt}` : 'Voir l’image en grand'}>
      <PictureImage picture={picture} alt={alt} sizes="(min-width: 48rem) 22rem, 50vw" />
    </a>
  )
}

/** Pictures side by side, each leading to its full size. */
export function Gallery({ node, context }: { node: GalleryNode; context: ArticleContext }) {
  return (
    <div className="gallery" data-columns={Math.min(node.attrs.columns, node.content.length, 4)}>
      {sequence(node.content, (figure) => {
        const picture = figure.attrs.mediaId ? context.pictures[figure.attrs.mediaId] : undefined
        const caption = figure.content?.[0]
        return (
          <figure id={context.figureIds.get(figure)}>
            {picture ? <FullPictureLink node={figure} picture={picture} /> : <MissingPicture node={figure} />}
            {caption && (
              <figcaption>
                <InlineText nodes={caption.content} context={context} />
              </figcaption>
            )}
          </figure>
        )
      })}
    </div>
  )
}
