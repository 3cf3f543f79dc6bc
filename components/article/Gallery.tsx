import type { Gallery as GalleryNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { Enlarge } from './Enlarge.tsx'
import { InlineText } from './InlineText.tsx'
import { MissingPicture } from './MissingPicture.tsx'
import { PictureImage } from './PictureImage.tsx'
import { sequence } from './sequence.ts'

/** Pictures side by side, each leading to its full size. */
export function Gallery({ node, context }: { node: GalleryNode; context: ArticleContext }) {
  return (
    <div className="gallery" data-columns={Math.min(node.attrs.columns, node.content.length, 4)}>
      {sequence(node.content, (figure) => {
        const picture = figure.attrs.mediaId ? context.pictures[figure.attrs.mediaId] : undefined
        const alt = figure.attrs.alt ?? picture?.alt ?? ''
        const caption = figure.content?.[0]
        return (
          <figure id={context.figureIds.get(figure)}>
            {picture ? (
              <PictureImage picture={picture} alt={alt} sizes="(min-width: 48rem) 27rem, 50vw" />
            ) : (
              <MissingPicture node={figure} />
            )}
            {caption && (
              <figcaption>
                <InlineText nodes={caption.content} context={context} people={context.people} />
              </figcaption>
            )}
            {picture && <Enlarge picture={picture} alt={alt} />}
          </figure>
        )
      })}
    </div>
  )
}
