import { existsSync } from 'node:fs'
import Chromium from '@sparticuz/chromium'

/** A Chromium that is installed already, else the one that npm brought. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)

/** How Playwright starts the browser, for the tests and for the screenshots. */
export const launchOptions = {
  executablePath: installed ?? (await Chromium.executablePath()),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--headless=shell'],
}
