import type { Prisma, TermType } from '../../generated/prisma/client.ts'
import { noteRefresh } from '../freshness/pending.ts'
import { categoryTag, homeTag, sectionsTag, seriesTag, tagTag, touchedTags } from '../freshness/tags.ts'
import { reindexArticles } from '../search/index-articles.ts'
import { readStates } from './state.ts'

/** For the transaction of such a change: a name may stand in thousands of articles. */
export const WHILE_NAMES_CHANGE = { timeout: 600_000, maxWait: 60_000 }

/**
 * Changes the names that articles go by (who signs them, what lists them) outside of a save: in the same transaction the
 * search index follows, and all that shows them is noted to be refreshed. Gives the tags noted.
 */
export async function changeNames(
  transaction: Prisma.TransactionClient,
  articleIds: readonly number[],
  change: () => Promise<unknown>,
): Promise<string[]> {
  const before = await readStates(transaction, articleIds)
  await change()
  const after = await readStates(transaction, articleIds)
  const touched = articleIds.flatMap((id) => touchedTags(before.get(id) ?? null, after.get(id) ?? null))
  const tags = [...new Set(touched)]
  await noteRefresh(transaction, tags)
  await reindexArticles(transaction, articleIds)
  return tags
}

const TERM_TAGS = { tag: tagTag, category: categoryTag, series: seriesTag }

/** Gives a term another name, if it still has the one it is known by: an editor may have mended it. */
export async function renameTerm(
  transaction: Prisma.TransactionClient,
  known: { type: TermType; slug: string; name: string },
  name: string,
): Promise<void> {
  const term = await transaction.term.findFirst({
    where: known,
    select: { id: true, articles: { select: { articleId: true } } },
  })
  if (!term || known.name === name) return
  const ids = term.articles.map(({ articleId }) => articleId)
  await changeNames(transaction, ids, () =>
    transaction.term.update({ where: { id: term.id }, data: { name } }),
  )
  await noteRefresh(transaction, [TERM_TAGS[known.type](known.slug), homeTag, sectionsTag])
}
