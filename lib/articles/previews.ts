import { cacheTag } from 'next/cache'
import { database } from '../db.ts'
import { articleTag } from '../freshness/tags.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { readPreview } from './read-preview.ts'
import type { SharedArticle } from './types.ts'

/** What the preview of an article is drawn from; null when readers may not see it. */
export async function getPreviewSource(id: number): Promise<SharedArticle | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(articleTag(id))
  return readPreview(await database(), id, new Date())
}
