import { createHash } from 'node:crypto'
import type { Database } from '../db.ts'
import { sectionsTag, touchedTags } from '../freshness/tags.ts'
import { menuOf } from './menu.ts'
import { readStates } from './state.ts'

/**
 * Takes a published article off the pages, its text kept. Gives the cache tags that this touches, or null when there
 * is nothing to do: it is not published, or was edited here since the last import. An import that finds it again
 * brings it back, since its revision is none that an import makes.
 */
export async function archiveArticle(database: Database, id: number): Promise<string[] | null> {
  return database.$transaction(async (transaction) => {
    const article = await transaction.article.findUnique({
      where: { id },
      select: { status: true, revision: true, importedRevision: true },
    })
    const isShown = article?.status === 'published' || article?.status === 'scheduled'
    if (!article || !isShown || article.revision !== article.importedRevision) return null
    const before = (await readStates(transaction, [id])).get(id) ?? null
    const menu = await menuOf(transaction)
    const revision = createHash('sha256').update(`archived ${article.revision}`).digest('hex')
    await transaction.article.update({
      where: { id },
      data: { status: 'archived', revision, importedRevision: revision },
    })
    await transaction.articleTerm.updateMany({ where: { articleId: id }, data: { publishedAt: null } })
    const isSameMenu = (await menuOf(transaction)) === menu
    return [...touchedTags(before, null), ...(isSameMenu ? [] : [sectionsTag])]
  })
}
