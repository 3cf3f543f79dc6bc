import type { Archive } from '../../lib/articles/types.ts'
import { typeset } from '../../lib/typography.ts'
import { ArticleGrid } from './ArticleGrid.tsx'
import { PageTitle } from './PageTitle.tsx'
import { Pagination } from './Pagination.tsx'

function countText({ total, page, pageCount }: Archive): string {
  const articles = total > 1 ? `${total} articles` : `${total} article`
  return pageCount > 1 ? `${articles}, page ${page} sur ${pageCount}` : articles
}

/** The articles of a tag or a category, newest first. `label` says which of the two. */
export function ArchiveView({ archive, label }: { archive: Archive; label: string }) {
  const { term, articles, page } = archive
  const kinds = new Set(articles.map(({ kind }) => kind))
  const [kind] = kinds
  const isOneKind = kinds.size === 1
  // A kicker that leads to this very page says nothing; its colour is that of the page.
  const cards = articles.map((article) =>
    isOneKind && article.section?.path === term.path ? { ...article, kind: null, section: null } : article,
  )
  return (
    <div className="page-frame pb-24" data-kind={(isOneKind && kind) || undefined}>
      <PageTitle kicker={label} title={term.name} facts={countText(archive)}>
        {term.description && page === 1 && <p className="page-lead">{typeset(term.description)}</p>}
      </PageTitle>
      <ArticleGrid articles={cards} level={2} layout="rows" />
      <Pagination archive={archive} />
    </div>
  )
}
