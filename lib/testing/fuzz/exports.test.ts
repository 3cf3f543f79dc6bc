import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { randomOf } from '../../wordpress/markup/fuzz.ts'
import { temporaryDatabase, temporaryFolder } from '../database.ts'
import { damagedExport } from './damage.ts'
import { dangersInHtml } from './dangers.ts'
import { faultsOfExport } from './faults.ts'
import { wholeExports } from './source.ts'

const exports = path.resolve(process.env.CHAPO_CASES ?? '../shared/cases', '../wordpress')
const database = await temporaryDatabase()
const folder = temporaryFolder()

/** Faults of so many damaged exports, with the seed that repeats each; `bench/fuzz-exports.ts` runs more. */
async function faultsIn(source: string | null, count: number): Promise<string[]> {
  const wholes = await wholeExports(source)
  const faults: string[] = []
  for (let seed = 1; seed <= count; seed += 1) {
    const found = await faultsOfExport(database, folder, damagedExport(wholes, randomOf(seed)))
    faults.push(...found.map((fault) => `${seed} ${fault}`))
  }
  return faults
}

describe('damaged exports give whole articles, nothing dangerous, and all that stood before the damage', () => {
  it('generated ones and the demo magazine', async () => {
    expect(await faultsIn(null, 40)).toEqual([])
  })
  it.skipIf(!existsSync(exports))('exports at hand (skipped: no cases folder)', async () => {
    expect(await faultsIn(exports, 40)).toEqual([])
  })
})

it('what a browser could run is seen', () => {
  for (const html of [
    '<script>alert(1)</script>',
    '<p onclick="x()">a</p>',
    '<a href="java&#10;script:alert(1)">a</a>',
    '<a href=" javascript:alert(1)">a</a>',
    '<iframe srcdoc="<script>x</script>"></iframe>',
    '<svg><a xlink:href="javascript:alert(1)"></a></svg>',
    '<img src="data:text/html,x">',
  ])
    expect(dangersInHtml(html), html).not.toEqual([])
  expect(dangersInHtml('<p>a <a href="/x/?y=a:b#c">b</a> <a href="mailto:a@b.fr">c</a></p>')).toEqual([])
})
