import type { TermLink } from '../../lib/articles/types.ts'

/** Tags or sections that lead to their archives. */
export function TagList({ tags }: { tags: readonly TermLink[] }) {
  return (
    <ul className="tag-list">
      {tags.map((tag) => (
        <li key={tag.path}>
          <a href={tag.path}>{tag.name}</a>
        </li>
      ))}
    </ul>
  )
}
