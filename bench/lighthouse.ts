// `node bench/lighthouse.ts [PATH…]`, the site running on PORT (production build): medians of Lighthouse's mobile preset
// over RUNS runs (3). Ends in error when a score is below what the magazine promises.
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { launchOptions } from '../scripts/browser.ts'

const site = `http://127.0.0.1:${process.env.PORT ?? '3000'}`
const runs = Number(process.env.RUNS ?? '3')
const given = process.argv.slice(2)
const paths = given.length > 0 ? given : ['/', '/elise-varambon-luthiere/', '/tag/bois/']
/** Out of 100. */
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 }

/**
 * The Chromium of npm gives up a document that has `Referrer-Policy` once Lighthouse intercepts its requests: it is
 * measured through this, which leaves that header out.
 */
const front = createServer(({ url, headers, method }, response) => {
  const asked = request(
    `${site}${url}`,
    { method, headers: { ...headers, host: new URL(site).host } },
    (answer) => {
      const { 'referrer-policy': _left, ...others } = answer.headers
      response.writeHead(answer.statusCode ?? 502, others)
      answer.pipe(response)
    },
  )
  asked.on('error', () => response.destroy())
  asked.end()
}).listen(0, '127.0.0.1')
await once(front, 'listening')
const address = front.address()
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

const port = 9222 + (process.pid % 500)
const args = [...launchOptions.args, `--remote-debugging-port=${port}`]
const browser = await chromium.launch({ ...launchOptions, args })

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function measure(address: string): Promise<Record<string, number>> {
  const result = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: Object.keys(LEAST),
  })
  if (!result) throw new Error(`${address} : pas de mesure`)
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError) throw new Error(`${address} : ${runtimeError.code}, ${runtimeError.message}`)
  const scores = Object.keys(LEAST).map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])
  const times = {
    LCP: 'largest-contentful-paint',
    TBT: 'total-blocking-time',
    CLS: 'cumulative-layout-shift',
  }
  const values = Object.entries(times).map(([name, audit]) => [
    name,
    audits[audit]?.numericValue ?? Number.NaN,
  ])
  const failed = Object.values(audits).filter(
    ({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary',
  )
  for (const { id, title } of failed) console.error(`  ${id} : ${title}`)
  return Object.fromEntries([...scores, ...values])
}

try {
  for (const place of paths) {
    const all: Record<string, number>[] = []
    for (let run = 0; run < runs; run += 1) all.push(await measure(`${origin}${place}`))
    const names = Object.keys(all[0] ?? {})
    const found = new Map(names.map((name) => [name, median(all.map((one) => one[name] ?? 0))]))
    console.log(
      place,
      names.map((name) => `${name} ${Math.round((found.get(name) ?? 0) * 1000) / 1000}`).join(' · '),
    )
    if (Object.entries(LEAST).some(([name, least]) => (found.get(name) ?? 0) < least)) process.exitCode = 1
  }
} finally {
  await browser.close()
  front.close()
}
