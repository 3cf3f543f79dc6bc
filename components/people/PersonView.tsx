import type { PersonPage } from '../../lib/articles/types.ts'
import { personPath } from '../../lib/routes.ts'
import { personLabels } from '../../lib/site.ts'
import { typeset } from '../../lib/typography.ts'
import { ArticleCardItem } from '../archive/ArticleCardItem.tsx'
import { Pagination } from '../archive/Pagination.tsx'
import { PictureImage } from '../article/PictureImage.tsx'
import { PersonPictures } from './PersonPictures.tsx'
import { pieceLabel, roleNames } from './roles.ts'

function factsOf({ total, page, pageCount }: PersonPage): string {
  const articles = total > 1 ? `${total} articles` : `${total} article`
  return pageCount > 1 ? `${articles}, page ${page} sur ${pageCount}` : articles
}

/** Somebody: portrait, biography, roles, and all that they sign or that speaks of them, newest first. */
export function PersonView({ person }: { person: PersonPage }) {
  const { slug, name, kind, bio, portrait, pictures, roles, pieces, page, pageCount } = person
  const path = personPath(slug)
  return (
    <div className="page-frame pb-24">
      <header className="person-head">
        {portrait && (
          <div className="person-portrait">
            <PictureImage
              picture={portrait}
              alt={portrait.alt ?? `Portrait de ${name}`}
              sizes="(min-width: 48rem) 18rem, 50vw"
              isLead
            />
          </div>
        )}
        <div>
          <p className="kicker">{personLabels[kind]}</p>
          <h1 className="display-title">{name}</h1>
          {bio && page === 1 && <p className="page-lead">{typeset(bio)}</p>}
          <p className="page-facts">{[...roleNames(roles), factsOf(person)].join(' · ')}</p>
        </div>
      </header>
      <ul className="person-pieces">
        {pieces.map(({ article, roles: done, isInterviewed }, index) => (
          <li key={article.id}>
            <ArticleCardItem
              article={article}
              level={2}
              shape="row"
              isLead={!portrait && index === 0}
              role={pieceLabel(done, isInterviewed)}
            />
          </li>
        ))}
      </ul>
      {page === 1 && <PersonPictures name={name} pictures={pictures} />}
      <Pagination archive={{ term: { path, slug, name, description: '' }, page, pageCount }} />
    </div>
  )
}
