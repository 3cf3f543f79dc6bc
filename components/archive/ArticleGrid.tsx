import type { ArticleCard } from '../../lib/articles/types.ts'
import { ArticleCardItem, type CardShape } from './ArticleCardItem.tsx'

const GRIDS: Record<CardShape, string> = {
  standard: 'latest-grid grid gap-x-8 gap-y-14 sm:grid-cols-2 lg:grid-cols-3 lg:[&>:first-child]:col-span-2',
  row: 'grid gap-12 [&>li+li]:border-t [&>li+li]:border-rule [&>li+li]:pt-12',
  brief:
    'grid grid-cols-2 gap-x-6 gap-y-10 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none max-lg:[&>:first-child:nth-last-child(odd)]:col-span-2',
}

type Props = {
  articles: readonly ArticleCard[]
  level: number
  shape: CardShape
  /** Nothing but a title stands above: the first picture is what the reader waits for. */
  isFirst?: boolean
}

/** Articles side by side or one below the other. `level` is that of their titles. */
export function ArticleGrid({ articles, level, shape, isFirst = false }: Props) {
  return (
    <ul className={GRIDS[shape]}>
      {articles.map((article, index) => (
        <li key={article.id}>
          <ArticleCardItem
            article={article}
            level={level}
            shape={shape}
            isSmall={shape === 'standard' && index >= 2}
            isLead={isFirst && index === 0}
          />
        </li>
      ))}
    </ul>
  )
}
