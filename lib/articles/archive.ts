import type { Database } from '../db.ts'
import { changeArticle, nextRevision } from './change-status.ts'

/**
 * Takes a published article off the pages, its text kept, because its source did. Gives the cache tags that this
 * touches, which are noted, or null when there is nothing to do: it is not published, or was edited here since the last
 * import. An import that finds it again brings it back, since its revision is none that an import makes.
 */
export async function archiveArticle(database: Database, id: number): Promise<string[] | null> {
  return database.$transaction(async (transaction) => {
    const article = await transaction.article.findUnique({
      where: { id },
      select: { status: true, revision: true, importedRevision: true },
    })
    if (article?.status !== 'published' || article.revision !== article.importedRevision) return null
    const revision = nextRevision(article.revision, 'archived')
    return changeArticle(transaction, id, async () => {
      await transaction.article.update({
        where: { id },
        data: { status: 'archived', revision, importedRevision: revision },
      })
      await transaction.articleTerm.updateMany({ where: { articleId: id }, data: { publishedAt: null } })
    })
  })
}
