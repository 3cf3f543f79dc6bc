import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The reads of the pages run as they are, and tell the cache tags they carry.
  resolve: { alias: { 'next/cache': path.join(import.meta.dirname, 'lib/freshness/outside-next.ts') } },
  test: {
    include: ['{app,lib,cache,components,content,bin,scripts}/**/*.test.{ts,tsx}', 'architecture.test.ts'],
    testTimeout: 30_000,
    // What a test does not open itself goes to a folder that is ignored, never to the site's own data.
    env: {
      TZ: 'UTC',
      DATABASE_URL: 'file:./.chapo/unit/unused.db',
      MEDIA_DIR: './.chapo/unit/media',
      CACHE_DB: './.chapo/unit/cache.db',
    },
  },
})
