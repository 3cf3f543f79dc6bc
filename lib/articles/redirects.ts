import type { Prisma, RedirectKind } from '../../generated/prisma/client.ts'
import { pathTag } from '../freshness/tags.ts'

/** Strongest first: a weaker rule never takes an address from a stronger one. */
const STRENGTH: readonly RedirectKind[] = ['moved', 'id', 'guid', 'slug']

/** `from` is a path with its slashes, `/2019/03/02/slug/`, or a query, `?p=6627`. */
export type RedirectInput = { from: string; kind: RedirectKind }

/** The path where an article stands now, and the addresses that lead there. */
export type Move = { articleId: number; path: string; redirects: readonly RedirectInput[] }

type Row = Prisma.RedirectUncheckedCreateInput & { articleId: number | null }

/** The redirects and articles that stand at the addresses in question, or lead to the articles that moved. */
async function readStanding(database: Prisma.TransactionClient, moves: readonly Move[]) {
  const addresses = moves.flatMap(({ path, redirects }) => [path, ...redirects.map(({ from }) => from)])
  const from = { in: [...new Set(addresses)] }
  const articleId = { in: moves.map((move) => move.articleId) }
  const rows: Row[] = await database.redirect.findMany({ where: { OR: [{ from }, { articleId }] } })
  const articles = await database.article.findMany({ where: { path: from }, select: { path: true } })
  return {
    redirects: new Map(rows.map((row) => [row.from, row])),
    paths: new Set(articles.map(({ path }) => path)),
  }
}

/** True when `row` may stand in the place of what is known of its address, and says something new. */
function wins(row: Row, known: Row | undefined): boolean {
  if (!known) return true
  if (known.articleId === row.articleId) return known.to !== row.to || known.kind !== row.kind
  return STRENGTH.indexOf(row.kind) < STRENGTH.indexOf(known.kind)
}

/**
 * Leads the old addresses to the articles' paths, in one hop: what led to an article before is turned to its new path,
 * and an address where an article stands now is no redirect any more. Gives the cache tags of the addresses that
 * changed, by article.
 */
export async function saveRedirects(
  database: Prisma.TransactionClient,
  moves: readonly Move[],
): Promise<Map<number, string[]>> {
  const { redirects: known, paths } = await readStanding(database, moves)
  const changed = new Map(
    moves.map(({ articleId, path }) => [articleId, known.has(path) ? [pathTag(path)] : []]),
  )
  const removed = moves.map(({ path }) => path).filter((path) => known.delete(path))
  const written = new Map<string, Row>()
  for (const { articleId, path, redirects } of moves) {
    for (const row of known.values())
      if (row.articleId === articleId && row.to !== path) written.set(row.from, { ...row, to: path })
    for (const { from, kind } of redirects) {
      const row = { from, to: path, kind, articleId }
      if (paths.has(from) || !wins(row, known.get(from))) continue
      known.set(from, row)
      written.set(from, row)
      changed.get(articleId)?.push(pathTag(from))
    }
  }
  await database.redirect.deleteMany({ where: { from: { in: [...removed, ...written.keys()] } } })
  if (written.size > 0) await database.redirect.createMany({ data: [...written.values()] })
  return changed
}
