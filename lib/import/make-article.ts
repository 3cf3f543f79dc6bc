import type { ArticleInput } from '../articles/save.ts'
import type { Database } from '../db.ts'
import type { Document } from '../document/types.ts'
import type { Converted, Flag } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { bringMedia } from './bring-media.ts'
import { withEnclosures } from './enclosures.ts'
import { noticesOf } from './notices.ts'
import { withPosters } from './posters.ts'
import type { SiteFacts } from './site-facts.ts'
import { toArticle } from './to-article.ts'

export type MadeArticle = { article: ArticleInput; document: Document; flags: Flag[] }

/** The article of a converted item, with the files found and the players its text leaves out, and what to look at. */
export async function makeArticle(
  database: Database,
  item: SourceItem,
  facts: SiteFacts,
  converted: Converted,
): Promise<MadeArticle> {
  const heard = withEnclosures(converted.document, item)
  const shown = withPosters(heard.document, item)
  const { document, flags } = await bringMedia(database, facts.shelf, shown)
  const ready = toArticle(item, { ...converted, document }, facts, new Date())
  return {
    article: ready.article,
    document,
    flags: [...noticesOf(item), ...converted.flags, ...heard.flags, ...flags, ...ready.flags],
  }
}
