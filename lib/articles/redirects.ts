import type { Prisma, RedirectKind } from '../../generated/prisma/client.ts'
import { pathTag } from '../freshness/tags.ts'

/** Strongest first: a weaker rule never takes an address from a stronger one. */
const STRENGTH: readonly RedirectKind[] = ['moved', 'id', 'guid', 'slug']

/** `from` is a path with its slashes, `/2019/03/02/slug/`, or a query, `?p=6627`. */
export type RedirectInput = { from: string; kind: RedirectKind }

/**
 * Leads the old addresses to `path`, in one hop: what led to the article before is turned to its new path, and an
 * address where an article stands now is no redirect any more. Gives the cache tags of the addresses that changed.
 */
export async function saveRedirects(
  database: Prisma.TransactionClient,
  articleId: number,
  path: string,
  redirects: readonly RedirectInput[],
): Promise<string[]> {
  const changed = new Set<string>()
  const { count } = await database.redirect.deleteMany({ where: { from: path } })
  if (count > 0) changed.add(pathTag(path))
  await database.redirect.updateMany({ where: { articleId, NOT: { to: path } }, data: { to: path } })
  for (const { from, kind } of redirects) {
    if (from === path || (await database.article.findUnique({ where: { path: from }, select: { id: true } })))
      continue
    const known = await database.redirect.findUnique({ where: { from } })
    const isTaken =
      known && known.articleId !== articleId && STRENGTH.indexOf(known.kind) <= STRENGTH.indexOf(kind)
    if (isTaken || (known?.to === path && known.articleId === articleId && known.kind === kind)) continue
    await database.redirect.upsert({
      where: { from },
      update: { to: path, kind, articleId },
      create: { from, to: path, kind, articleId },
    })
    changed.add(pathTag(from))
  }
  return [...changed]
}
