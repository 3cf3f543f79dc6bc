import type { TermLink } from '../../lib/articles/types.ts'
import { TagList } from '../archive/TagList.tsx'

/** The subjects of the article, after its text. */
export function ArticleTags({ tags }: { tags: readonly TermLink[] }) {
  if (tags.length === 0) return null
  return (
    <nav className="article-tags" aria-label="Mots-clés de l’article">
      <p className="label">Sur les mêmes sujets</p>
      <TagList tags={tags} />
    </nav>
  )
}
