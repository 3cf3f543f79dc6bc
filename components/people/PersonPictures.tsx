import type { PersonPicture } from '../../lib/articles/types.ts'
import { encodePath } from '../../lib/routes.ts'
import { typeset } from '../../lib/typography.ts'
import { PictureImage } from '../article/PictureImage.tsx'

/** The pictures that show somebody, each leading to the piece that it stands in. */
export function PersonPictures({ name, pictures }: { name: string; pictures: readonly PersonPicture[] }) {
  if (pictures.length === 0) return null
  return (
    <section className="person-pictures" aria-labelledby="images">
      <h2 id="images" className="strip-title">
        En images
      </h2>
      <ul>
        {pictures.map(({ picture, path, title }) => (
          <li key={picture.id}>
            <a href={encodePath(path)}>
              <PictureImage
                picture={picture}
                alt={picture.alt || name}
                sizes="(min-width: 48rem) 16rem, 50vw"
              />
              <span>{typeset(title)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
