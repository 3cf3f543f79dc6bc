import type { ArticleCard } from '../../lib/articles/types.ts'
import { ArticleCardItem, type CardShape } from './ArticleCardItem.tsx'

type Layout = 'latest' | 'rows' | 'line'

const GRIDS: Record<Layout, string> = {
  latest:
    'latest-grid grid gap-x-8 gap-y-14 sm:grid-cols-2 lg:grid-cols-3 sm:[&>:first-child]:col-span-2 lg:[&>:nth-child(2)_.card-picture]:aspect-[10/13]',
  rows: 'grid gap-12 [&>li+li]:border-t [&>li+li]:border-rule [&>li+li]:pt-12',
  line: 'grid grid-cols-2 gap-x-6 gap-y-10 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none max-lg:[&>:first-child:nth-last-child(odd)]:col-span-2 lg:[&:has(>:nth-child(2):last-child)_:is(h2,h3)]:text-[1.75rem]',
}

const SHAPES: Record<Layout, (index: number) => CardShape> = {
  latest: (index) => (index === 0 ? 'wide' : index === 1 ? 'standard' : 'small'),
  rows: (index) => (index === 0 ? 'opening' : 'row'),
  line: () => 'brief',
}

type Props = { articles: readonly ArticleCard[]; level: number; layout: Layout }

/** Articles side by side or one below the other. `level` is that of their titles. */
export function ArticleGrid({ articles, level, layout }: Props) {
  return (
    <ul className={GRIDS[layout]}>
      {articles.map((article, index) => (
        <li key={article.id}>
          <ArticleCardItem article={article} level={level} shape={SHAPES[layout](index)} />
        </li>
      ))}
    </ul>
  )
}
