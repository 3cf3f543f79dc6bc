import type { ArticleCard } from '../../lib/articles/types.ts'
import { ArticleCardItem, type CardShape } from './ArticleCardItem.tsx'

type Props = { articles: readonly ArticleCard[]; level: number; shape?: CardShape }

/** Articles side by side, as many as the screen holds. `level` is that of their titles. */
export function ArticleGrid({ articles, level, shape }: Props) {
  return (
    <ul className="card-grid" data-shape={shape}>
      {articles.map((article) => (
        <li key={article.id}>
          <ArticleCardItem article={article} level={level} shape={shape} />
        </li>
      ))}
    </ul>
  )
}
