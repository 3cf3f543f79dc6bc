import { formatDate } from '../../lib/dates.ts'
import { encodePath } from '../../lib/routes.ts'
import type { SearchHit } from '../../lib/search/types.ts'
import { kindLabels } from '../../lib/site.ts'
import { Marked } from './Marked.tsx'

/** One answer: the question or section it lands on, the article that holds it, and the words around. */
export function SearchHitItem({ hit }: { hit: SearchHit }) {
  const { path, title, heading, excerpt, kind, section, publishedAt } = hit
  return (
    <article className="search-hit" data-kind={kind ?? undefined}>
      <p className="kicker">{kind ? kindLabels[kind] : (section?.name ?? 'Page')}</p>
      <h2 className="search-hit-title">
        <a href={encodePath(path)}>
          <Marked pieces={title} />
          {heading && (
            <span className="search-hit-heading">
              <span className="sr-only"> : </span>
              <Marked pieces={heading} />
            </span>
          )}
        </a>
      </h2>
      <p className="search-hit-excerpt">
        <Marked pieces={excerpt} />
      </p>
      {publishedAt && (
        <p className="mt-2 font-ui text-sm text-muted">
          <time dateTime={publishedAt}>{formatDate(publishedAt)}</time>
        </p>
      )}
    </article>
  )
}
