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
    <div className="page-frame pb-24">
      <header className="mb-12 border-b-2 border-ink py-10 lg:py-16">
        <p className="kicker">{label}</p>
        <h1 className="display-title mt-3 first-letter:uppercase">{term.name}</h1>
        {term.description && page === 1 && (
          <p className="mt-5 max-w-2xl text-xl leading-snug">{term.description}</p>
        )}
        <p className="mt-5 font-ui text-sm text-muted">{countText(archive)}</p>
      </header>
      <ArticleGrid articles={articles} level={2} shape="row" />
      <Pagination archive={archive} />
    </div>
  )
}
