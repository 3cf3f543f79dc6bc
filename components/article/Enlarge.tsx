import type { Picture } from '../../lib/articles/types.ts'

/**
 * The way to a picture at its full size: over it, in the same cell of the figure's grid, so that `img` stays right in its
 * `figure`. `lightbox.js` opens the dialog instead.
 */
export function Enlarge({ picture, alt }: { picture: Picture; alt: string }) {
  return (
    <a
      className="enlarge"
      href={picture.src}
      aria-label={alt ? `Voir en grand : ${alt}` : 'Voir l’image en grand'}
    >
      ⤢
    </a>
  )
}
