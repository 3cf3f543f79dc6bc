import type { Database } from '../db.ts'
import type { SourceItem } from '../wordpress/source.ts'

export type PageLink = Pick<SourceItem, 'site' | 'type' | 'id' | 'parent'>

/** Puts pages below their parents, once all are here: a parent may come after its pages, or in another file. */
export async function linkPages(database: Database, links: readonly PageLink[]): Promise<void> {
  for (const family of Map.groupBy(links, ({ site, type }) => `${site} ${type}`).values())
    await linkFamily(database, family)
}

/** Links of one site and type. */
async function linkFamily(database: Database, links: readonly PageLink[]): Promise<void> {
  const [first] = links
  const wpIds = [...new Set(links.flatMap(({ id, parent }) => [id, parent]))]
  const rows = await database.sourceRecord.findMany({
    where: { site: first?.site, type: first?.type, wpId: { in: wpIds } },
    select: { wpId: true, article: { select: { id: true, parentId: true } } },
  })
  const articles = new Map(rows.map(({ wpId, article }) => [wpId, article]))
  for (const { id, parent } of links) {
    const page = articles.get(id)
    const parentId = parent === id ? null : (articles.get(parent)?.id ?? null)
    if (page && page.parentId !== parentId)
      await database.article.update({ where: { id: page.id }, data: { parentId }, select: { id: true } })
  }
}
