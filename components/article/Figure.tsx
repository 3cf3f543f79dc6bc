import type { Picture } from '../../lib/articles/types.ts'
import type { Figure as FigureNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { Enlarge } from './Enlarge.tsx'
import { InlineText } from './InlineText.tsx'
import { MissingPicture } from './MissingPicture.tsx'
import { PictureImage } from './PictureImage.tsx'

/** Narrower pictures stand in the column of text; from this width on, in CSS pixels, they reach out of it. */
const WIDE_FROM = 900

/** How the page places it: beside the text, in the column, or wider than the column. */
function layoutOf({ attrs }: FigureNode, picture: Picture | undefined): string {
  if (attrs.align === 'left' || attrs.align === 'right') return attrs.align
  if (!picture) return 'column'
  if (picture.height > picture.width) return 'portrait'
  return picture.width >= WIDE_FROM && (attrs.width ?? picture.width) >= WIDE_FROM ? 'wide' : 'column'
}

/** The width of each place in the style sheet: the column of text is 37rem, a wide picture goes 17 beyond. */
const SIZES: Record<string, string> = {
  left: '(min-width: 40rem) 17rem, 100vw',
  right: '(min-width: 40rem) 17rem, 100vw',
  portrait: '(min-width: 40rem) 30rem, 100vw',
  column: '(min-width: 40rem) 37rem, 100vw',
  wide: '(min-width: 75rem) 54rem, (min-width: 40rem) 37rem, 100vw',
}

type PictureProps = { node: FigureNode; picture: Picture; sizes: string; isLead: boolean }

function FigurePicture({ node, picture, sizes, isLead }: PictureProps) {
  const alt = node.attrs.alt ?? picture.alt ?? ''
  const image = <PictureImage picture={picture} alt={alt} sizes={sizes} isLead={isLead} />
  if (!node.attrs.href) return image
  return (
    <a href={node.attrs.href} aria-label={alt || 'Suivre le lien de l’image'}>
      {image}
    </a>
  )
}

/** A picture with its caption; a place that names it when its file is missing. */
export function Figure({ node, context }: { node: FigureNode; context: ArticleContext }) {
  const picture = node.attrs.mediaId ? context.pictures[node.attrs.mediaId] : undefined
  const layout = layoutOf(node, picture)
  const caption = node.content?.[0]
  return (
    <figure
      id={context.figureIds.get(node)}
      className="picture"
      data-layout={layout}
      data-small={picture && picture.width < 480 ? '' : undefined}
    >
      {picture ? (
        <FigurePicture
          node={node}
          picture={picture}
          sizes={SIZES[layout] ?? '100vw'}
          isLead={context.leadFigure === node}
        />
      ) : (
        <MissingPicture node={node} />
      )}
      {caption && (
        <figcaption>
          <InlineText nodes={caption.content} context={context} people={context.people} />
        </figcaption>
      )}
      {picture && !node.attrs.href && <Enlarge picture={picture} alt={node.attrs.alt ?? picture.alt ?? ''} />}
    </figure>
  )
}
