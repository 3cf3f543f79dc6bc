import type { Archive } from '../../lib/articles/types.ts'
import { archivePagePath } from './archive-address.ts'

/** First, last, and the pages around the one shown; null where some are left out. */
export function shownPages(page: number, pageCount: number): (number | null)[] {
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pageCount || Math.abs(number - page) <= 1,
  )
  return pages.flatMap((number, index) => (number - (pages[index - 1] ?? 0) > 1 ? [null, number] : [number]))
}

/** Links to the other pages of an archive; nothing when there is only one. */
export function Pagination({ archive }: { archive: Pick<Archive, 'term' | 'page' | 'pageCount'> }) {
  const { term, page, pageCount } = archive
  if (pageCount < 2) return null
  const path = (number: number) => archivePagePath(term.path, number)
  return (
    <nav
      className="pagination mt-16 flex flex-wrap items-center justify-between gap-4 border-t-2 border-ink pt-6 font-ui"
      aria-label="Pages"
    >
      {page > 1 && (
        <a rel="prev" href={path(page - 1)}>
          ← Plus récents
        </a>
      )}
      <ol className="flex flex-wrap gap-1">
        {shownPages(page, pageCount).map((number, index, shown) => (
          <li key={number ?? `gap-${shown[index - 1]}`}>
            {number === null ? (
              '…'
            ) : (
              <a
                href={path(number)}
                aria-label={`Page ${number}`}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount && (
        <a rel="next" href={path(page + 1)}>
          Plus anciens →
        </a>
      )}
    </nav>
  )
}
