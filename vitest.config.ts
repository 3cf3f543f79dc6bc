import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lib,cache,components,content,bin,scripts}/**/*.test.{ts,tsx}', 'architecture.test.ts'],
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
  },
})
