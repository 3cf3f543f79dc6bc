import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { answersFrom, oldAddresses } from './old-site.ts'
import { chapoIn, startServer } from './site.ts'

/**
 * Five sites move here, into a database of their own, and every address that their exports give is asked for: it
 * answers, or leads in one hop to what does. What leads nowhere is what the ledger names, and nothing else.
 */
const folder = path.resolve(process.env.CHAPO_CASES || '../shared/cases', '../wordpress')
const names = ['leconnecteur', 'minter-dialogue', 'ccm-benchmark', 'connected-people', 'media-aces']
const ledger = z.object({
  counts: z.object({ created: z.number(), failed: z.number() }),
  attachments: z.object({ read: z.number(), stored: z.number() }),
  totals: z.object({
    lostWords: z.number(),
    in: z.object({ captions: z.number() }),
    out: z.object({ captions: z.number() }),
  }),
  addresses: z.object({ problems: z.array(z.string()) }),
  items: z.array(
    z.object({ site: z.string(), flags: z.array(z.object({ code: z.string(), detail: z.string() })) }),
  ),
})

test('every address of five exports answers, or leads in one hop to what does', async () => {
  test.skip(!existsSync(folder), `skipped: no cases folder (${folder})`)
  test.setTimeout(600_000)
  const place = mkdtempSync(path.join(tmpdir(), 'chapo-five-'))
  const dist = process.env.DIST_DIR ?? '.next'
  const ownDist = `${dist}-exports`
  const port = Number(process.env.PORT ?? '3210') + 1
  const environment = {
    DATABASE_URL: `file:${path.join(place, 'chapo.db')}`,
    MEDIA_DIR: path.join(place, 'media'),
    CACHE_DB: path.join(place, 'cache.db'),
    SITE_URL: `http://127.0.0.1:${port}`,
    DIST_DIR: ownDist,
  }
  // A server keeps the pages that it makes in its build: the two sites must not share one.
  cpSync(dist, ownDist, { recursive: true, filter: (file) => path.basename(file) !== 'cache' })
  const report = path.join(place, 'rapport.json')
  const files = names.map((name) => path.join(folder, `${name}.xml`))
  chapoIn(environment, 'import', ...files, '--media', path.join(folder, 'uploads'), '--report', report)
  const { items, ...whole } = ledger.parse(JSON.parse(readFileSync(report, 'utf8')))
  expect(whole).toMatchObject({
    counts: { created: 38, failed: 0 },
    attachments: { read: 78, stored: 78 },
    totals: { lostWords: 0 },
    addresses: { problems: [] },
  })
  expect(whole.totals.out.captions).toBe(whole.totals.in.captions)

  const server = await startServer(port, environment)
  try {
    const dead = new Set<string>()
    const problems: string[] = []
    for (const file of files)
      for (const address of await oldAddresses(file)) {
        const { statuses, last } = await answersFrom(server.url, address)
        const isAnswered = /^(?:30[18] )?200$/.test(statuses.join(' '))
        if (statuses.at(-1) === 404) dead.add(last)
        else if (!isAnswered) problems.push(`${path.basename(file)} ${address}: ${statuses.join(' → ')}`)
      }
    expect(problems).toEqual([])
    const named = items.flatMap(({ site, flags }) =>
      flags.filter(({ code }) => code === 'link-dead').map(({ detail }) => new URL(detail, site).pathname),
    )
    expect([...dead].sort()).toEqual([...new Set(named.map((one) => one.replace(/\/?$/, '/')))].sort())
  } finally {
    await server.stop()
    rmSync(ownDist, { recursive: true, force: true })
    rmSync(place, { recursive: true, force: true })
  }
})
