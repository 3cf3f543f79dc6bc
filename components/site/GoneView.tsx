import type { ArticleCard } from '../../lib/articles/types.ts'
import { searchPath } from '../../lib/routes.ts'
import { ArticleGrid } from '../archive/ArticleGrid.tsx'

/** What stands where an article was withdrawn: that it is gone for good, and what may do instead. */
export function GoneView({ likely }: { likely: readonly ArticleCard[] }) {
  return (
    <div className="page-frame pb-24">
      <header className="border-b-2 border-ink py-10 lg:py-16">
        <p className="kicker">Erreur 410</p>
        <h1 className="display-title mt-3">Cet article a été retiré</h1>
        <p className="mt-6 max-w-2xl text-xl leading-normal">
          La rédaction ne le publie plus, et il ne reviendra pas à cette adresse.
        </p>
        <form action={searchPath} className="mt-8 flex max-w-xl gap-3 font-ui">
          <label className="sr-only" htmlFor="recherche-410">
            Chercher dans le magazine
          </label>
          <input
            className="min-w-0 flex-1 border-2 border-ink bg-transparent px-4 py-3 text-lg"
            id="recherche-410"
            name="q"
            type="search"
            placeholder="Un nom, un sujet…"
            required
          />
          <button className="border-2 border-ink bg-ink px-5 py-3 font-medium text-paper" type="submit">
            Chercher
          </button>
        </form>
      </header>
      {likely.length > 0 && (
        <section className="mt-12" aria-labelledby="a-lire">
          <h2 className="strip-title" id="a-lire">
            À lire plutôt
          </h2>
          <ArticleGrid articles={likely} level={3} shape="brief" />
        </section>
      )}
    </div>
  )
}
