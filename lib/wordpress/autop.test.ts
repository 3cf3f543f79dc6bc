import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { autop } from './autop.ts'

const casesFile = `${process.env.CHAPO_CASES ?? '../shared/cases'}/autop.json`

describe('autop', () => {
  it.each([
    ['a blank line parts two paragraphs', 'Un\n\nDeux', '<p>Un</p>\n<p>Deux</p>\n'],
    ['a line end is a break, once', 'a\nb<br>\nc', '<p>a<br />\nb<br />\nc</p>\n'],
    ['Windows line ends', 'a\r\nb\r\n\r\nc', '<p>a<br />\nb</p>\n<p>c</p>\n'],
    ['a no-break space is content', '\u00a0\n\na', '<p>\u00a0</p>\n<p>a</p>\n'],
    ['a block parts the text around it', 'a<h2>T</h2>b', '<p>a</p>\n<h2>T</h2>\n<p>b</p>\n'],
    [
      'a quote holds its paragraphs',
      '<blockquote>a\n\nb</blockquote>',
      '<blockquote><p>a</p>\n<p>b</p></blockquote>\n',
    ],
    ['a line end inside a tag stays there', '<a\nhref="x">b</a>', '<p><a\nhref="x">b</a></p>\n'],
    [
      'nothing inside pre is touched',
      '<pre>a\n\n<b>$1</b></pre>\nb',
      '<pre>a\n\n<b>$1</b></pre>\n<p>b</p>\n',
    ],
    ['a style is not prose', '<style>\na\n</style>', '<style>\na\n</style>\n'],
    [
      'list items get no break',
      '<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
      '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n',
    ],
    ['spaces alone give nothing', ' \n\t', ''],
  ])('%s', (_, text, html) => {
    expect(autop(text)).toBe(html)
  })
})

describe('hostile input', () => {
  const hostile = ['<', '<div', '<p><li', '<pre', '<br>', ' ', ' \n', '<script>', '<!--', '</div ', '<param ']
  it.each(hostile)('lays out 100 kB of %j in bounded time', (piece) => {
    const start = performance.now()
    expect(autop(piece.repeat(Math.ceil(100_000 / piece.length)))).toBeTypeOf('string')
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

describe.skipIf(!existsSync(casesFile))("WordPress's own results (skipped: no cases folder)", () => {
  type Case = { source: string; input: string; wpautop: string }
  const cases: Case[] = existsSync(casesFile) ? JSON.parse(readFileSync(casesFile, 'utf8')) : []

  it('finds its cases', () => {
    expect(cases).not.toEqual([])
  })

  it.each(cases)('lays out $source', ({ input, wpautop }) => {
    expect(autop(input)).toBe(wpautop)
  })
})
