import { defineConfig } from '@playwright/test'
import { launchOptions } from './scripts/browser.ts'

const port = process.env.PORT ?? '3210'
/** What a reader sees and does, on a phone and on a desk. */
const onScreens = /(?:reading|article|summary|players|pictures|keyboard|accessibility)\.spec/

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  reporter: [['list']],
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  use: { baseURL: `http://127.0.0.1:${port}`, locale: 'fr-FR', timezoneId: 'Europe/Paris', launchOptions },
  projects: [
    {
      name: 'téléphone',
      testMatch: onScreens,
      use: { viewport: { width: 390, height: 844 } },
    },
    {
      name: 'bureau',
      testMatch: onScreens,
      use: { viewport: { width: 1440, height: 900 } },
    },
    { name: 'sans écran', testIgnore: onScreens },
  ],
  webServer: {
    command: `node node_modules/next/dist/bin/next start --hostname 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/api/health`,
    reuseExistingServer: false,
  },
})
