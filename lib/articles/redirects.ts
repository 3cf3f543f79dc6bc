import type { Prisma, RedirectKind } from '../../generated/prisma/client.ts'
import { pathTag } from '../freshness/tags.ts'
import { isReserved } from '../old-addresses.ts'

/** Strongest first: a weaker rule never takes an address from a stronger one. */
const STRENGTH: readonly RedirectKind[] = ['moved', 'id', 'attached', 'shown', 'file', 'guid', 'slug']

/**
 * `from` is a path with its slashes, `/2019/03/02/slug/`, a file's, or a query, `?p=6627`. `fragment` is the place in
 * the page, `#media-12`.
 */
export type RedirectInput = { from: string; kind: RedirectKind; fragment?: string }

const strength = (kind: RedirectKind): number => STRENGTH.indexOf(kind)

/** The strongest claim on each address that a redirect may take. */
function claimsOf(path: string, redirects: readonly RedirectInput[]): Map<string, RedirectInput> {
  const claims = new Map<string, RedirectInput>()
  for (const redirect of redirects) {
    const { from, kind } = redirect
    const other = claims.get(from)
    if (from === path || isReserved(from) || (other && strength(other.kind) <= strength(kind))) continue
    claims.set(from, redirect)
  }
  return claims
}

/** What led to the article where it stood before leads to where it stands now. */
async function followArticle(
  database: Prisma.TransactionClient,
  articleId: number,
  path: string,
): Promise<string[]> {
  const changed: string[] = []
  const { count } = await database.redirect.deleteMany({ where: { from: path } })
  if (count > 0) changed.push(pathTag(path))
  for (const { from, to } of await database.redirect.findMany({ where: { articleId } })) {
    const [place, fragment] = to.split('#')
    if (place === path) continue
    const target = fragment === undefined ? path : `${path}#${fragment}`
    await database.redirect.update({ where: { from }, data: { to: target } })
    changed.push(pathTag(from))
  }
  return changed
}

/**
 * Leads old addresses to `path`, in one hop: what led to the article before is turned to its new path, and an address
 * where an article stands is no redirect. `articleId` is null for what no article owns: a stored file, a list. Gives
 * the cache tags of the addresses that changed.
 */
export async function saveRedirects(
  database: Prisma.TransactionClient,
  articleId: number | null,
  path: string,
  redirects: readonly RedirectInput[],
): Promise<string[]> {
  const changed = new Set(articleId === null ? [] : await followArticle(database, articleId, path))
  const claims = claimsOf(path, redirects)
  const froms = [...claims.keys()]
  const standing = await database.article.findMany({ where: { path: { in: froms } }, select: { path: true } })
  for (const article of standing) claims.delete(article.path)
  const rows = await database.redirect.findMany({ where: { from: { in: froms } } })
  const known = new Map(rows.map((row) => [row.from, row]))
  const added: Prisma.RedirectCreateManyInput[] = []
  for (const { from, kind, fragment = '' } of claims.values()) {
    const row = { from, to: `${path}${fragment}`, kind, articleId }
    const before = known.get(from)
    const isTaken = before && before.articleId !== articleId && strength(before.kind) <= strength(kind)
    if (isTaken || (before?.to === row.to && before.kind === kind && before.articleId === articleId)) continue
    if (before) await database.redirect.update({ where: { from }, data: row })
    else added.push(row)
    changed.add(pathTag(from))
  }
  if (added.length > 0) await database.redirect.createMany({ data: added })
  return [...changed]
}
