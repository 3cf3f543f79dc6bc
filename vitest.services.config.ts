import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/**
 * The tests that also run, or only run, with real services (`scripts/with-services.ts`): what saves, reads, imports and
 * exports on PostgreSQL, and what nodes share through Redis. Left out: tests that open the SQLite file themselves.
 */
export default defineConfig({
  resolve: base.resolve,
  test: {
    ...base.test,
    include: [
      'lib/{articles,freshness,import,export,search}/**/*.test.ts',
      'lib/{db,one-writer,insert-rows}.test.ts',
      'cache/*.test.ts',
    ],
    exclude: ['**/{plans,killed,resume}.test.ts'],
  },
})
