import type { ArticlePage } from '../../lib/articles/types.ts'
import { ArticleBody } from './ArticleBody.tsx'
import { ArticleHeader } from './ArticleHeader.tsx'
import { ArticleTags } from './ArticleTags.tsx'
import { FirstPublished } from './FirstPublished.tsx'

/** An article as its page shows it. */
export function ArticleView({ article }: { article: ArticlePage }) {
  return (
    <article className="article page-frame" data-kind={article.kind ?? undefined}>
      <ArticleHeader article={article} />
      <ArticleBody document={article.document} pictures={article.pictures} />
      <FirstPublished seo={article.seo} />
      <ArticleTags tags={article.tags} />
    </article>
  )
}
