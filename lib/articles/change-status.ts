import { hash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { noteRefresh } from '../freshness/pending.ts'
import { type ArticleState, sectionsTag, touchedTags } from '../freshness/tags.ts'
import { reindexArticles } from '../search/index-articles.ts'
import { menuOf } from './menu.ts'
import { readStates } from './state.ts'

/**
 * What an editor decides about an article that is written: to show it, now or when `at` comes, to take it back to the
 * drafts (404), to withdraw it for good, its text kept (410), or to delete it (410, nothing kept).
 */
export type Decision =
  | { kind: 'publish' | 'schedule'; at: Date }
  | { kind: 'unpublish' }
  | { kind: 'withdraw' }
  | { kind: 'delete' }

/** Runs a change of one article, and notes in the same transaction all that it touches. Gives those tags. */
export async function changeArticle(
  transaction: Prisma.TransactionClient,
  id: number,
  change: (before: ArticleState) => Promise<void>,
): Promise<string[]> {
  const before = (await readStates(transaction, [id])).get(id)
  if (!before) return []
  const menu = await menuOf(transaction)
  await change(before)
  await reindexArticles(transaction, [id])
  const after = (await readStates(transaction, [id])).get(id) ?? null
  const isSameMenu = (await menuOf(transaction)) === menu
  const tags = [...touchedTags(before, after), ...(isSameMenu ? [] : [sectionsTag])]
  await noteRefresh(transaction, tags)
  return tags
}

/** The revision of an article whose status changed: none that an import or a save makes. */
export const nextRevision = (revision: string, decision: string): string =>
  hash('sha256', `${decision} ${revision}`)

/** The addresses of an article that goes for good answer 410, unless nobody ever saw it. */
async function removeArticle(transaction: Prisma.TransactionClient, state: ArticleState): Promise<void> {
  const { id, path, redirects, visible, withdrawn } = state
  const addresses = visible || withdrawn ? [path, ...redirects] : []
  await transaction.withdrawn.deleteMany({ where: { path: { in: addresses } } })
  await transaction.withdrawn.createMany({ data: addresses.map((gone) => ({ path: gone })) })
  await transaction.article.delete({ where: { id } })
}

/**
 * Does what an editor decided, for an article that is stored. Gives the cache tags that it touches; they are noted, and
 * delivered by `refreshPending`. An import sees a change made here, and keeps it.
 */
export async function decide(database: Database, id: number, decision: Decision): Promise<string[]> {
  const status = {
    publish: 'published',
    schedule: 'published',
    unpublish: 'draft',
    withdraw: 'archived',
  } as const
  return database.$transaction((transaction) =>
    changeArticle(transaction, id, async (state) => {
      if (decision.kind === 'delete') return removeArticle(transaction, state)
      const { revision, type } = await transaction.article.findUniqueOrThrow({ where: { id } })
      const at = decision.kind === 'publish' || decision.kind === 'schedule' ? decision.at : null
      await transaction.article.update({
        where: { id },
        data: {
          status: status[decision.kind],
          ...(at ? { publishedAt: at } : {}),
          revision: nextRevision(revision, `${decision.kind} ${at?.toISOString() ?? ''}`),
        },
      })
      const listedAt = type === 'article' ? at : null
      await transaction.articleTerm.updateMany({ where: { articleId: id }, data: { publishedAt: listedAt } })
    }),
  )
}
