import { cacheTag } from 'next/cache'
import { database } from '../db.ts'
import { articleTag, pathTag, tagsOfPath } from '../freshness/tags.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { readFeed, splitFeedPage } from './read-feed.ts'
import { listsBehind, resolveAddress } from './resolve.ts'
import type { Feed } from './types.ts'

/** The feed of the page at `path`, with the cache tags of what it shows; null when there is no such page. */
export async function getFeed(path: string): Promise<Feed | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(...tagsOfPath(splitFeedPage(path).place))
  const feed = await readFeed(await database(), path, new Date())
  cacheTag(...(feed?.items ?? []).map(({ id }) => articleTag(id)))
  return feed
}

/** Where the feed of an old address stands now; null when nowhere. */
export async function getFeedRedirect(path: string): Promise<string | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(pathTag(path))
  const db = await database()
  for (const list of await listsBehind(db, [path])) cacheTag(...tagsOfPath(list))
  const found = await resolveAddress(db, `${path}feed/`, new URLSearchParams(), new Date())
  return found && found.to !== `${path}feed/` ? found.to : null
}

/** What a feed shows, whenever it was read: its revision is made of that. */
export const shownIn = ({ madeAt: _madeAt, ...shown }: Feed): Omit<Feed, 'madeAt'> => shown
