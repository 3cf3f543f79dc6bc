import { createElement } from 'react'
import type { Picture } from '../../lib/articles/types.ts'

type Props = {
  picture: Picture
  alt: string
  /** Width at which it is shown, in the syntax of the HTML attribute `sizes`. */
  sizes: string
  /** The picture of the opening, loaded at once; the others wait until the reader comes near. */
  isLead?: boolean
}

/** The blurred placeholder, and what a crop must keep. */
function styleOf({ placeholder, focus }: Picture) {
  if (!placeholder && !focus) return undefined
  return {
    backgroundImage: placeholder ?? undefined,
    objectPosition: focus ? `${focus.x * 100}% ${focus.y * 100}%` : undefined,
  }
}

/**
 * A stored picture at the width that suits the screen. Its size is always known, so the page never jumps. A plain `img`,
 * right in its `figure`: `/media/` answers its WebP sizes with AVIF where the browser reads it. Without `srcset`, the
 * largest size in the original's format.
 */
export function PictureImage({ picture, alt, sizes, isLead = false }: Props) {
  const isModern = (type: string) => type === 'image/webp' || type === 'image/avif'
  const plain = picture.sizes.findLast(({ type }) => !isModern(type))
  const webp = picture.sizes.filter(({ type }) => type === 'image/webp')
  const srcSet = webp.map(({ src, width }) => `${src} ${width}w`).join(', ')
  return createElement('img', {
    src: plain?.src ?? picture.src,
    srcSet: srcSet || undefined,
    sizes: srcSet ? sizes : undefined,
    width: picture.width,
    height: picture.height,
    alt,
    loading: isLead ? 'eager' : 'lazy',
    fetchPriority: isLead ? 'high' : undefined,
    decoding: 'async',
    style: styleOf(picture),
  })
}
