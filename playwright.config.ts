import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import Chromium from '@sparticuz/chromium'

/** A Chromium that is installed already, else the one that npm brought. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)
const launchOptions = {
  executablePath: installed ?? (await Chromium.executablePath()),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--headless=shell'],
}

const port = process.env.PORT ?? '3210'

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: false,
  workers: 1,
  reporter: [['list']],
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  use: { baseURL: `http://127.0.0.1:${port}`, locale: 'fr-FR', timezoneId: 'Europe/Paris', launchOptions },
  projects: [
    { name: 'téléphone', testMatch: /reading|accessibility/, use: { viewport: { width: 390, height: 844 } } },
    { name: 'bureau', testMatch: /reading|accessibility/, use: { viewport: { width: 1440, height: 900 } } },
    { name: 'sans écran', testMatch: /freshness|addresses|command/ },
  ],
  webServer: {
    command: `node node_modules/next/dist/bin/next start --hostname 127.0.0.1 --port ${port}`,
    url: `http://127.0.0.1:${port}/api/health`,
    reuseExistingServer: false,
  },
})
