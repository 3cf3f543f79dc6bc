import type { Prisma, RedirectKind } from '../../generated/prisma/client.ts'
import { pathTag } from '../freshness/tags.ts'

/** Strongest first: a weaker rule never takes an address from a stronger one. */
const STRENGTH: readonly RedirectKind[] = ['moved', 'id', 'guid', 'slug']

/** `from` is a path with its slashes, `/2019/03/02/slug/`, or a query, `?p=6627`. */
export type RedirectInput = { from: string; kind: RedirectKind }

/** The path where an article stands now, and the addresses that lead there. */
export type Move = { articleId: number; path: string; redirects: readonly RedirectInput[] }

/**
 * Leads the old addresses to the articles' paths, in one hop: what led to an article before is turned to its new path,
 * and an address where an article stands now is no redirect any more. Gives the cache tags of the addresses that
 * changed, by article.
 */
export async function saveRedirects(
  database: Prisma.TransactionClient,
  moves: readonly Move[],
): Promise<Map<number, string[]>> {
  const paths = moves.map(({ path }) => path)
  const articleIds = moves.map(({ articleId }) => articleId)
  const addresses = [
    ...new Set([...paths, ...moves.flatMap((move) => move.redirects.map(({ from }) => from))]),
  ]
  const rows = await database.redirect.findMany({
    where: { OR: [{ from: { in: addresses } }, { articleId: { in: articleIds } }] },
  })
  const known = new Map(rows.map((row) => [row.from, row]))
  const standing = await database.article.findMany({
    where: { path: { in: addresses } },
    select: { path: true },
  })
  const taken = new Set(standing.map(({ path }) => path))
  const changed = new Map<number, string[]>(articleIds.map((id) => [id, []]))
  const written = new Map<string, Prisma.RedirectCreateManyInput>()
  const removed = new Set<string>()
  for (const { articleId, path, redirects } of moves) {
    if (known.delete(path)) {
      removed.add(path)
      changed.get(articleId)?.push(pathTag(path))
    }
    for (const row of rows)
      if (row.articleId === articleId && row.to !== path && known.get(row.from) === row)
        written.set(row.from, { ...row, to: path })
    for (const { from, kind } of redirects) {
      if (from === path || taken.has(from)) continue
      const other = known.get(from)
      const isWeaker =
        other && other.articleId !== articleId && STRENGTH.indexOf(other.kind) <= STRENGTH.indexOf(kind)
      const isSame = other?.to === path && other.articleId === articleId && other.kind === kind
      if (isWeaker || isSame) continue
      const row = { from, to: path, kind, articleId }
      known.set(from, row)
      written.set(from, row)
      changed.get(articleId)?.push(pathTag(from))
    }
  }
  await database.redirect.deleteMany({ where: { from: { in: [...removed, ...written.keys()] } } })
  if (written.size > 0) await database.redirect.createMany({ data: [...written.values()] })
  return changed
}
