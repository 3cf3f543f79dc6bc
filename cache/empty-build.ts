/** Marks the pages of a build that had no database: `lib/db.ts` puts it, the cache handler refuses what carries it. */
export const EMPTY_BUILD_TAG = 'empty-build'
