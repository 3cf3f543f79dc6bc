import type { Prisma, RedirectKind } from '../../generated/prisma/client.ts'
import { pathTag } from '../freshness/tags.ts'
import { insertRows } from '../insert-rows.ts'
import { isReserved } from '../old-addresses.ts'

/** Strongest first: a weaker rule never takes an address from a stronger one. */
const STRENGTH: readonly RedirectKind[] = ['moved', 'id', 'attached', 'shown', 'file', 'guid', 'slug']

/**
 * `from` is a path with its slashes, `/2019/03/02/slug/`, a file's, or a query, `?p=6627`. `fragment` is the place in
 * the page, `#media-12`.
 */
export type RedirectInput = { from: string; kind: RedirectKind; fragment?: string }

/**
 * The path where an article stands now, and the addresses that lead there. `articleId` is null for what no article
 * owns: a stored file, a list.
 */
export type Move = { articleId: number | null; path: string; redirects: readonly RedirectInput[] }

type Row = { from: string; to: string; kind: RedirectKind; articleId: number | null }

const strength = (kind: RedirectKind): number => STRENGTH.indexOf(kind)

/** The same place of the page, at another path. */
function at(path: string, to: string): string {
  const fragment = to.split('#')[1]
  return fragment === undefined ? path : `${path}#${fragment}`
}

/** The table as far as some moves concern it, and what they change of it. */
class Changes {
  readonly known: Map<string, Row>
  readonly written = new Map<string, Row>()
  readonly removed = new Set<string>()

  constructor(rows: readonly Row[]) {
    this.known = new Map(rows.map((row) => [row.from, row]))
  }

  put(row: Row): void {
    this.known.set(row.from, row)
    this.written.set(row.from, row)
  }

  /** What led to the article leads to its new path; the address where it stands leads nowhere else. */
  follow({ articleId, path }: Move): string[] {
    if (articleId === null) return []
    const changed = this.known.delete(path) ? [path] : []
    for (const from of changed) this.removed.add(from)
    for (const row of [...this.known.values()]) {
      const to = at(path, row.to)
      if (row.articleId !== articleId || row.to === to) continue
      this.put({ ...row, to })
      changed.push(row.from)
    }
    return changed
  }

  /** Takes the addresses that are free, or led by a weaker rule. */
  claim({ articleId, path, redirects }: Move, isTaken: (from: string) => boolean): string[] {
    const weakestFirst = redirects.toSorted((a, b) => strength(b.kind) - strength(a.kind))
    const claims = new Map(weakestFirst.map((redirect) => [redirect.from, redirect]))
    const changed: string[] = []
    for (const { from, kind, fragment = '' } of claims.values()) {
      if (from === path || isReserved(from) || isTaken(from)) continue
      const row = { from, to: `${path}${fragment}`, kind, articleId }
      const other = this.known.get(from)
      const isWeaker = other && other.articleId !== articleId && strength(other.kind) <= strength(kind)
      const isSame = other?.to === row.to && other.articleId === articleId && other.kind === kind
      if (isWeaker || isSame) continue
      this.put(row)
      changed.push(from)
    }
    return changed
  }
}

/**
 * Leads the old addresses to the articles' paths, in one hop: what led to an article before is turned to its new path,
 * and an address where an article stands now is no redirect any more. Gives the cache tags of the addresses that
 * changed, by article.
 */
export async function saveRedirects(
  database: Prisma.TransactionClient,
  moves: readonly Move[],
): Promise<Map<number | null, string[]>> {
  const froms = moves.flatMap(({ path, redirects }) => [path, ...redirects.map(({ from }) => from)])
  const addresses = [...new Set(froms)]
  const articleIds = moves.flatMap(({ articleId }) => (articleId === null ? [] : [articleId]))
  const rows = await database.redirect.findMany({
    where: { OR: [{ from: { in: addresses } }, { articleId: { in: articleIds } }] },
  })
  const standing = await database.article.findMany({
    where: { path: { in: addresses } },
    select: { path: true },
  })
  const taken = new Set(standing.map(({ path }) => path))
  const changes = new Changes(rows)
  const tags = new Map<number | null, string[]>()
  for (const move of moves) {
    const changed = [...changes.follow(move), ...changes.claim(move, (from) => taken.has(from))]
    tags.set(move.articleId, [...(tags.get(move.articleId) ?? []), ...changed.map(pathTag)])
  }
  const { removed, written } = changes
  const replaced = rows.map(({ from }) => from).filter((from) => removed.has(from) || written.has(from))
  if (replaced.length > 0) await database.redirect.deleteMany({ where: { from: { in: replaced } } })
  await insertRows(database, 'Redirect', [...written.values()])
  return tags
}
