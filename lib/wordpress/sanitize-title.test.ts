import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sanitizeTitle } from './sanitize-title.ts'

const casesFile = `${process.env.CHAPO_CASES ?? '../shared/cases'}/sanitize-title.json`

describe('sanitizeTitle', () => {
  it.each([
    ["Pirate de l'innovation, d’une époque", 'pirate-de-linnovation-dune-epoque'],
    ['« Ça » — n°\u00a05… 50\u202f€', 'ca-n-5-50-e'],
    ['Cœur & Ælfric <em>ex</em> æquo', 'coeur-aelfric-ex-aequo'],
    ['Media &amp; Text&#8211;2', 'media-text-2'],
    ['e\u0301te\u0301', 'ete'],
    ['100 % de_tout 2×3 1/2', '100-de_tout-2x3-1-2'],
    ['日本', '%e6%97%a5%e6%9c%ac'],
    ['« … »', ''],
    ['', ''],
  ])('%s → %s', (title, slug) => {
    expect(sanitizeTitle(title)).toBe(slug)
  })

  it('never cuts a character in two', () => {
    expect(sanitizeTitle('日'.repeat(50))).toBe('%e6%97%a5'.repeat(22))
    expect(sanitizeTitle('a'.repeat(300))).toHaveLength(200)
  })

  it('reads a hostile title in bounded time', () => {
    const start = performance.now()
    expect(sanitizeTitle('<&%e2'.repeat(100_000))).toBe('')
    expect(sanitizeTitle('\ud800&'.repeat(100_000))).toBeTypeOf('string')
    expect(performance.now() - start).toBeLessThan(4000)
  })
})

describe.skipIf(!existsSync(casesFile))("WordPress's own results (skipped: no cases folder)", () => {
  type Case = { title: string; slug: string }
  const cases: Case[] = existsSync(casesFile) ? JSON.parse(readFileSync(casesFile, 'utf8')) : []

  it('finds its cases', () => {
    expect(cases).not.toEqual([])
  })

  it.each(cases)('$title', ({ title, slug }) => {
    expect(sanitizeTitle(title)).toBe(slug)
  })
})
