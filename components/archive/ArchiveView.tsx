import type { Archive } from '../../lib/articles/types.ts'
import { ArticleGrid } from './ArticleGrid.tsx'
import { Pagination } from './Pagination.tsx'

function countText({ total, page, pageCount }: Archive): string {
  const articles = total > 1 ? `${total} articles` : `${total} article`
  return pageCount > 1 ? `${articles}, page ${page} sur ${pageCount}` : articles
}

/** The articles of a tag or a category, newest first. `label` says which of the two. */
export function ArchiveView({ archive, label }: { archive: Archive; label: string }) {
  const { term, articles, page } = archive
  return (
    <div className="archive">
      <header className="archive-header">
        <p className="kicker">{label}</p>
        <h1>{term.name}</h1>
        {term.description && page === 1 && <p className="archive-description">{term.description}</p>}
        <p className="archive-count">{countText(archive)}</p>
      </header>
      <ArticleGrid articles={articles} level={2} />
      <Pagination archive={archive} />
    </div>
  )
}
