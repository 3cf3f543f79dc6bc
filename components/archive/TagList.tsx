import type { TermLink } from '../../lib/articles/types.ts'

/** Tags or sections that lead to their archives. */
export function TagList({ tags }: { tags: readonly TermLink[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {tags.map((tag) => (
        <li key={tag.path}>
          <a
            className="block rounded-full border border-rule px-4 py-1.5 font-ui text-sm hover:border-ink hover:bg-ink hover:text-paper"
            href={tag.path}
          >
            {tag.name}
          </a>
        </li>
      ))}
    </ul>
  )
}
