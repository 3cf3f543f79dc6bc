import type { Prisma } from '../../generated/prisma/client.ts'
import { isSafeHref } from '../document/validate.ts'
import { insertRows } from '../insert-rows.ts'
import type { SourceComment, SourceItem } from '../wordpress/source.ts'
import { instantOf } from './dates.ts'

/** Approved ones as they are; whatever is not, waits. Readers leave spam out, and say how much. */
function toRow(
  { id, parent, author, authorUrl, content, date, status, type }: SourceComment,
  articleId: number,
) {
  return {
    articleId,
    number: id,
    parent: parent === id || parent === 0 ? null : parent,
    type,
    status:
      status === '1' || status === 'approve' || status === 'approved'
        ? ('approved' as const)
        : ('pending' as const),
    author,
    authorUrl: isSafeHref(authorUrl) ? authorUrl : '',
    content,
    writtenAt: instantOf('', date),
  }
}

/** The comments of an item, each number once; an answer to a comment that was left out opens a thread. */
export function commentRows({ comments }: Pick<SourceItem, 'comments'>, articleId: number) {
  const rows = new Map(comments.map((comment) => [comment.id, toRow(comment, articleId)]))
  return [...rows.values()].map((row) => ({
    ...row,
    parent: row.parent !== null && rows.has(row.parent) ? row.parent : null,
  }))
}

/** Puts the source's comments in the place of those stored for the same articles. */
export async function saveComments(
  transaction: Prisma.TransactionClient,
  articles: readonly { articleId: number; item: SourceItem }[],
): Promise<void> {
  if (articles.length === 0) return
  const articleIds = articles.map(({ articleId }) => articleId)
  await transaction.comment.deleteMany({ where: { articleId: { in: articleIds } } })
  const data = articles.flatMap(({ articleId, item }) => commentRows(item, articleId))
  await insertRows(transaction, 'Comment', data)
}
