import type { Prisma } from '../../generated/prisma/client.ts'
import { zonedClock } from '../dates.ts'
import type { ArticleState } from '../freshness/tags.ts'

/** What readers can see of an article at this instant, for `touchedTags`; null when there is none. */
export async function readState(
  database: Prisma.TransactionClient,
  id: number,
  now: Date = new Date(),
): Promise<ArticleState | null> {
  const article = await database.article.findUnique({
    where: { id },
    select: {
      path: true,
      type: true,
      status: true,
      publishedAt: true,
      terms: { select: { term: { select: { type: true, slug: true } } } },
      redirects: { select: { from: true } },
    },
  })
  if (!article) return null
  const terms = article.terms.map(({ term }) => term)
  return {
    id,
    path: article.path,
    visible: article.status === 'published' && article.publishedAt !== null && article.publishedAt <= now,
    tags: terms.filter((term) => term.type === 'tag').map((term) => term.slug),
    categories: terms.filter((term) => term.type === 'category').map((term) => term.slug),
    redirects: article.redirects.map((redirect) => redirect.from),
    month:
      article.publishedAt && article.type === 'article' ? zonedClock(article.publishedAt).slice(0, 7) : null,
  }
}
