import type { ArticleCard } from '../../lib/articles/types.ts'
import { ArticleGrid } from '../archive/ArticleGrid.tsx'
import { SearchBox } from '../search/SearchBox.tsx'

/** What stands where an article was withdrawn: that it is gone for good, and what may do instead. */
export function GoneView({ likely }: { likely: readonly ArticleCard[] }) {
  return (
    <div className="page-frame pb-24">
      <header className="page-title">
        <p className="kicker">Erreur 410</p>
        <h1 className="display-title">Cet article a été retiré</h1>
        <p className="mt-6 max-w-2xl text-xl leading-normal">
          La rédaction ne le publie plus, et il ne reviendra pas à cette adresse.
        </p>
        <div className="mt-8 max-w-2xl">
          <SearchBox />
        </div>
      </header>
      {likely.length > 0 && (
        <section aria-labelledby="a-lire">
          <h2 className="strip-title" id="a-lire">
            À lire plutôt
          </h2>
          <ArticleGrid articles={likely} level={3} layout="line" />
        </section>
      )}
    </div>
  )
}
