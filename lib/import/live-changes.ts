import { z } from 'zod'
import { renameTerm, WHILE_NAMES_CHANGE } from '../articles/rename.ts'
import type { Database } from '../db.ts'
import { slugOf } from '../routes.ts'
import type { RestNames } from '../wordpress/rest-names.ts'
import { type RestComment, type RestTerm, readObject } from '../wordpress/rest-schema.ts'
import { isRefusal } from './live-items.ts'
import type { Query, RestApi } from './rest-api.ts'

/**
 * What changes around an article while WordPress gives it the same date: its terms get another name or slug, readers
 * comment. Each gives the ids of items to take again.
 */

/** Pages of comments, newest first, that one run looks through: what is older was seen by an earlier one. */
const MOST_PAGES = 10

const terms = z.array(
  z.object({ id: z.number().nullable(), taxonomy: z.string(), slug: z.string(), name: z.string() }),
)
type StoredTerm = z.infer<typeof terms>[number]

/**
 * The terms that stored articles hold, with the id of each. What readers get is not compared with a fuller source,
 * which it never replaces.
 */
async function storedTerms(
  database: Database,
  site: string,
  isSigned: boolean,
): Promise<{ wpId: number; term: StoredTerm }[]> {
  const rows = await database.$queryRaw<{ wpId: number | bigint; format: string; terms: unknown }[]>`
    SELECT s."wpId", s.format, s.item->'terms' AS terms
    FROM "SourceRecord" s WHERE s.site = ${site} AND s."articleId" IS NOT NULL`
  const compared = rows.filter(({ format }) => isSigned || format.startsWith('rest'))
  return compared.flatMap(({ wpId, terms: stored }) => {
    const read = terms.safeParse(typeof stored === 'string' ? JSON.parse(stored) : stored)
    return (read.data ?? []).map((term) => ({ wpId: Number(wpId), term }))
  })
}

/** A name that an editor mended here is not the one that WordPress had: it stays. */
async function rename(database: Database, old: StoredTerm, term: RestTerm): Promise<void> {
  const type = old.taxonomy === 'category' ? 'category' : 'tag'
  const known = { type, slug: slugOf(old.slug), name: old.name } as const
  if (old.slug !== term.slug) return
  await database.$transaction((transaction) => renameTerm(transaction, known, term.name), WHILE_NAMES_CHANGE)
}

/** Items whose tags or categories are called otherwise now; the terms take their new names. */
export async function withRenamedTerms(
  database: Database,
  site: string,
  names: RestNames,
  { isSigned, dryRun }: { isSigned: boolean; dryRun: boolean },
): Promise<Set<number>> {
  const changed = new Set<number>()
  const renamed = new Set<number>()
  for (const { wpId, term: old } of await storedTerms(database, site, isSigned)) {
    const term = names.terms.get(old.id ?? 0)
    if (!term || term.taxonomy !== old.taxonomy) continue
    if (term.slug === old.slug && term.name === old.name) continue
    changed.add(wpId)
    if (!dryRun && !renamed.has(term.id)) await rename(database, old, term)
    renamed.add(term.id)
  }
  return changed
}

type Known = ReadonlyMap<string, string>

/** What is here of some comments, by the ids of item and comment: their state. */
async function knownComments(database: Database, site: string, ids: readonly number[]): Promise<Known> {
  const rows = await database.comment.findMany({
    where: { number: { in: [...ids] }, article: { source: { site } } },
    select: { number: true, status: true, article: { select: { source: { select: { wpId: true } } } } },
  })
  return new Map(rows.map(({ number, status, article }) => [`${article.source?.wpId} ${number}`, status]))
}

const stateOf = ({ status }: RestComment): string => (status === 'approved' ? 'approved' : 'pending')

/** Items that readers commented since, or whose waiting comments were let through; nothing where comments are kept back. */
export async function withNewComments(database: Database, site: string, api: RestApi): Promise<Set<number>> {
  const statuses: Query[] = api.isSigned ? [{ context: 'edit' }, { context: 'edit', status: 'hold' }] : [{}]
  const changed = new Set<number>()
  try {
    for (const query of statuses) {
      let pages = 0
      for await (const page of api.pages('/wp/v2/comments', { orderby: 'id', order: 'desc', ...query })) {
        const comments = page.map(readObject).flatMap((one) => (one.kind === 'comment' ? [one.comment] : []))
        const known = await knownComments(
          database,
          site,
          comments.map(({ id }) => id),
        )
        for (const comment of comments)
          if (known.get(`${comment.post} ${comment.id}`) !== stateOf(comment)) changed.add(comment.post)
        pages += 1
        if (known.size > 0 || pages >= MOST_PAGES) break
      }
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
  return changed
}
