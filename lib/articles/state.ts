import type { Prisma } from '../../generated/prisma/client.ts'
import { zonedClock } from '../dates.ts'
import type { ArticleState } from '../freshness/tags.ts'

/** What readers can see of articles at this instant, by id, for `touchedTags`; those that do not exist are not there. */
export async function readStates(
  database: Prisma.TransactionClient,
  ids: readonly number[],
  now: Date = new Date(),
): Promise<Map<number, ArticleState>> {
  if (ids.length === 0) return new Map()
  const rows = await database.article.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      path: true,
      type: true,
      status: true,
      publishedAt: true,
      terms: { select: { term: { select: { type: true, slug: true } } } },
      redirects: { select: { from: true } },
    },
  })
  return new Map(
    rows.map(({ id, path, type: kind, status, publishedAt, terms, redirects }) => {
      const slugs = (type: string) =>
        terms.flatMap(({ term }) => (term.type === type ? [term.slug] : [])).sort()
      const visible = status === 'published' && publishedAt !== null && publishedAt <= now
      const state = { id, path, visible, tags: slugs('tag'), categories: slugs('category') }
      const month = publishedAt && kind === 'article' ? zonedClock(publishedAt).slice(0, 7) : null
      return [id, { ...state, month, redirects: redirects.map(({ from }) => from) }]
    }),
  )
}
