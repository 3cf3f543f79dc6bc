import type { MonthOfArticles } from '../../lib/articles/types.ts'
import { ArticleCount, IndexGroups } from './IndexGroups.tsx'
import { PageTitle } from './PageTitle.tsx'

/** The month alone: its year stands above. */
const monthName = ({ name, year }: MonthOfArticles): string => {
  const month = name.replace(` ${year}`, '')
  return month.charAt(0).toUpperCase() + month.slice(1)
}

/** Years, newest first, each leading to its months. */
export function ArchivesIndex({ months }: { months: readonly MonthOfArticles[] }) {
  const years = Map.groupBy(months, (month) => month.year)
  const groups = [...years].map(([year, inYear]) => ({
    name: String(year),
    path: `/${year}/`,
    entries: inYear.map((month) => ({
      path: month.path,
      name: monthName(month),
      note: <ArticleCount count={month.count} />,
    })),
  }))
  return (
    <div className="page-frame pb-24">
      <PageTitle title="Archives" facts="Tous les articles, mois par mois" />
      <IndexGroups groups={groups} level={2} />
    </div>
  )
}
