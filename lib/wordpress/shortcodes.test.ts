import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAttributes } from './shortcode-attributes.ts'
import { findShortcodes, type ShortcodeMatch, tokenize } from './shortcodes.ts'

const casesFile = `${process.env.CHAPO_CASES ?? '../shared/cases'}/shortcodes.json`
const isShortcode = (name: string) => ['caption', 'gallery', 'vc_row', 'vc-button', 'php'].includes(name)
const known = { inProse: isShortcode, inCode: isGallery, isListing: (name: string) => name === 'php' }
function isGallery(name: string): boolean {
  return name === 'gallery'
}

/** Tokens as short words, `+caption`, `-caption`, `+gallery/` or the text itself. */
const outline = (text: string) =>
  tokenize(text, known).map((token) => {
    if (token.kind === 'text') return token.unescaped ?? text.slice(token.start, token.end)
    if (token.kind === 'close') return `-${token.name}`
    return `+${token.name}${token.selfClosing ? '/' : ''}`
  })

describe('parseAttributes', () => {
  it('reads quoted, bare and positional values', () => {
    expect(parseAttributes(' ID="1" b=\'x "y"\' c = 3 "p q" r')).toEqual({
      named: { id: '1', b: 'x "y"', c: '3' },
      positional: ['p q', 'r'],
    })
  })

  it('takes no-break spaces as spaces and resolves C escapes', () => {
    expect(parseAttributes('a="1"\u00a0b="x\\ny\\"')).toEqual({
      named: { a: '1', b: 'x\ny' },
      positional: [],
    })
  })

  it('empties a value that holds an unclosed tag', () => {
    expect(parseAttributes('a="<b" c="<i>ok</i>"').named).toEqual({ a: '', c: '<i>ok</i>' })
  })

  it('keeps a name such as __proto__ as data', () => {
    expect(Object.keys(parseAttributes('__proto__="x"').named)).toEqual(['__proto__'])
  })
})

describe('tokenize', () => {
  it('runs nothing in a listing, and in code only what it may', () => {
    expect(outline('[php]<b>[caption][/php][caption]')).toEqual(['+php', '<b>[caption]', '-php', '+caption'])
    expect(outline('<pre>[caption][gallery]</pre>[caption]')).toEqual([
      '<pre>[caption]',
      '+gallery',
      '</pre>',
      '+caption',
    ])
    expect(outline('<code>[caption]')).toEqual(['<code>', '+caption'])
  })

  it('gives offsets that cover the text without a gap', () => {
    const text = 'é[caption id="1"]🎈[gallery /] fin[/caption]'
    const tokens = tokenize(text, known)
    expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    expect(outline(text)).toEqual(['é', '+caption', '🎈', '+gallery/', ' fin', '-caption'])
  })

  it.each([
    ['brackets of the text', '[ainsi] [le 7 décembre] [1] [] [caption', 1],
    ['a shortcode in an HTML attribute', '<a title="[gallery]">x</a>', 1],
    ['a shortcode in an HTML comment', '<!-- [gallery] --> x', 1],
    ['a longer name', '[galleryx] [gallery_2] [/galleryx]', 1],
  ])('leaves as text: %s', (_, text, count) => {
    expect(tokenize(text, known)).toEqual([{ kind: 'text', start: 0, end: text.length }])
    expect(tokenize(text, known)).toHaveLength(count)
  })

  it('protects a bracket inside a quoted value', () => {
    expect(outline('[caption caption="Un [sic] <a href=\'x\'>lien</a>"]x')).toEqual(['+caption', 'x'])
  })

  it('does not take an apostrophe or an odd quote for a value', () => {
    expect(outline("[caption l'été]x l'an [gallery]")).toEqual(['+caption', "x l'an ", '+gallery'])
    expect(outline('[caption id="1]x "cité" [gallery]')).toEqual(['+caption', 'x "cité" ', '+gallery'])
  })

  it('reads a shortcode after a lone < or an unclosed tag', () => {
    expect(outline('a < b [gallery] <a title="x [gallery]')).toEqual([
      'a < b ',
      '+gallery',
      ' <a title="x ',
      '+gallery',
    ])
  })

  it('gives escaped shortcodes as the text they stand for', () => {
    expect(outline('a [[gallery ids="1"]] b')).toEqual(['a ', '[gallery ids="1"]', ' b'])
    expect(outline('[[caption]x[/caption]]')).toEqual(['[caption]x[/caption]'])
    expect(outline('[[gallery] x')).toEqual(['[', '+gallery', ' x'])
  })

  it('gives orphan and nested tags as they come', () => {
    expect(outline('[/caption][caption][caption]')).toEqual(['-caption', '+caption', '+caption'])
    expect(outline('[vc-button url="a"/]')).toEqual(['+vc-button/'])
  })
})

describe('hostile input', () => {
  const hostile = [
    '[',
    '[[',
    '[gallery ',
    '[gallery a="',
    "[gallery '] ' ",
    "[gallery '[gallery x' ']' ",
    '<a "',
    "<a '<b\"' \"'",
    '<!--',
    '[[caption]',
    '[caption]',
    '<a [gallery',
  ]
  it.each(hostile)('reads 100 kB of %s in bounded time', (piece) => {
    const text = `${piece.repeat(Math.ceil(100_000 / piece.length))}]>`
    const start = performance.now()
    const tokens = tokenize(text, known)
    findShortcodes(text, ['caption', 'gallery'])
    parseAttributes(text)
    expect(tokens.map((token) => text.slice(token.start, token.end)).join('')).toBe(text)
    expect(performance.now() - start).toBeLessThan(6000)
  })
})

describe.skipIf(!existsSync(casesFile))("WordPress's own results (skipped: no cases folder)", () => {
  type Cases = {
    registered: string[]
    attributes: { atts: string; parsed: Record<string, string> | string[] }[]
    matching: { input: string; matches: (Omit<ShortcodeMatch, 'attributes'> & { atts: string })[] }[]
  }
  const cases: Cases = existsSync(casesFile)
    ? JSON.parse(readFileSync(casesFile, 'utf8'))
    : { registered: [], attributes: [], matching: [] }

  it('finds its cases', () => {
    expect(cases.matching).not.toEqual([])
  })

  it.each(cases.attributes)('reads $atts', ({ atts, parsed }) => {
    const { named, positional } = parseAttributes(atts)
    expect({ ...positional, ...named }).toEqual({ ...parsed })
  })

  it.each(cases.matching)('matches $input', ({ input, matches }) => {
    const found = findShortcodes(input, cases.registered)
    expect(found.map(({ attributes, ...rest }) => ({ ...rest, atts: attributes }))).toEqual(matches)
  })
})
