import type { ArticleInput } from '../articles/save.ts'
import type { Document } from '../document/types.ts'
import type { Converted, Flag } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { withEnclosures } from './enclosures.ts'
import { fillMedia } from './fill-media.ts'
import { noticesOf } from './notices.ts'
import type { SiteFacts } from './site-facts.ts'
import { toArticle } from './to-article.ts'

export type MadeArticle = { article: ArticleInput; document: Document; flags: Flag[] }

/** The article of a converted item, with the pictures found and the players its text leaves out, and what to look at. */
export function makeArticle(item: SourceItem, facts: SiteFacts, converted: Converted): MadeArticle {
  const { shelf } = facts
  const filled = fillMedia(converted.document, ({ attachmentId, src }) => shelf.mediaOf(attachmentId, src))
  const { document, flags } = withEnclosures(filled, item)
  const ready = toArticle(item, { ...converted, document }, facts, new Date())
  return {
    article: ready.article,
    document,
    flags: [...noticesOf(item), ...converted.flags, ...flags, ...ready.flags],
  }
}
