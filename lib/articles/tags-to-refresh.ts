import { type Database, database } from '../db.ts'
import { tagsOfPath, touchedTags } from '../freshness/tags.ts'
import { readStates } from './state.ts'

/** What someone asks to refresh: addresses, cache tags, or all that shows the articles with a slug. */
export type RefreshRequest = { paths?: string[]; tags?: string[]; slug?: string }

/** The cache tags of a request, sorted, each once. A slug that no article has gives none. */
export async function tagsToRefresh(request: RefreshRequest, client?: Database): Promise<string[]> {
  const { paths = [], tags = [], slug } = request
  const found = new Set([...tags, ...paths.flatMap(tagsOfPath)])
  if (slug) {
    const db = client ?? (await database())
    const rows = await db.article.findMany({ where: { slug }, select: { id: true } })
    const states = await readStates(
      db,
      rows.map(({ id }) => id),
    )
    for (const state of states.values()) for (const tag of touchedTags(null, state)) found.add(tag)
  }
  return [...found].sort()
}
