import type { MonthOfArticles } from '../../lib/articles/types.ts'

import { PageTitle } from './PageTitle.tsx'

/** Years, newest first, each leading to its months. */
export function ArchivesIndex({ months }: { months: readonly MonthOfArticles[] }) {
  const years = Map.groupBy(months, (month) => month.year)
  return (
    <div className="page-frame pb-24">
      <PageTitle title="Archives" facts="Tous les articles, mois par mois" />
      {[...years].map(([year, inYear]) => (
        <section key={year} className="mb-12" aria-labelledby={`annee-${year}`}>
          <h2 id={`annee-${year}`} className="strip-title">
            <a href={`/${year}/`}>{year}</a>
          </h2>
          <ul className="grid gap-x-8 font-ui sm:grid-cols-2 lg:grid-cols-3">
            {inYear.map(({ name, path, count }) => (
              <li key={path} className="border-b border-rule">
                <a className="flex justify-between py-3 hover:text-accent" href={path}>
                  <span className="first-letter:uppercase">{name}</span>
                  <span className="text-muted">
                    {count}
                    <span className="sr-only">{count > 1 ? ' articles' : ' article'}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
