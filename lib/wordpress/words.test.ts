import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../document/check.ts'
import { draftOf, shownWords } from './markup/testing.ts'
import { countWords, missingWords, shownText, type Words } from './words.ts'

const cases = resolve(process.env.CHAPO_CASES ?? '../shared/cases')
const exports = join(dirname(cases), 'wordpress')
const missing = !existsSync(cases) || !existsSync(exports)

/** Every text between CDATA marks: contents, excerpts, titles and more, of all exports. */
function exportedTexts(): string[] {
  const files = readdirSync(exports).filter((name) => name.endsWith('.xml'))
  return files.flatMap((name) =>
    [
      ...readFileSync(join(exports, name), 'utf8').matchAll(/<content:encoded><!\[CDATA\[([\s\S]*?)\]\]>/g),
    ].map((match) => match[1] ?? ''),
  )
}

function conversionInputs(): { input: string; stripped: boolean }[] {
  const { cases: list }: { cases: { input: unknown; format: string }[] } = JSON.parse(
    readFileSync(join(cases, 'conversion.json'), 'utf8'),
  )
  return list.flatMap(({ input, format }) =>
    typeof input === 'string' ? [{ input, stripped: format === 'stripped' }] : [],
  )
}

function autopInputs(): string[] {
  const list: { input: string }[] = JSON.parse(readFileSync(join(cases, 'autop.json'), 'utf8'))
  return list.map(({ input }) => input)
}

const sourceWords = (content: string, options = { stripped: false }): Words =>
  countWords(shownText(content, options))

/** Words that the draft and its flags do not hold. */
function lostWords(content: string, stripped = false): [string, number][] {
  const { blocks, flags } = draftOf(content, [], 1, stripped)
  const kept = countWords(flags.map(({ detail }) => detail).join('\n'), shownWords(blocks))
  return [...missingWords(sourceWords(content, { stripped }), kept)]
}

describe('the words that a content shows', () => {
  const words = (content: string) => [...sourceWords(content)].map(([word, count]) => `${word}×${count}`)
  it('counts what stands outside tags, comments, scripts and shortcode tags', () => {
    expect(
      words(
        '<p class="a">Un <b>d</b>eux</p><!-- non --><script>no()</script>[caption id="x"]trois[/caption]',
      ),
    ).toEqual(['Un×1', 'deux×1', 'trois×1'])
  })
  it('decodes entities, keeps the text of a more marker, and leaves prose brackets', () => {
    expect(words('Caf&eacute; [ainsi] [[gallery]] <!--more Lire la suite--> 1 < 2')).toEqual([
      'Café×1',
      'ainsi×1',
      'gallery×1',
      'Lire×1',
      'la×1',
      'suite×1',
      '1×1',
      '2×1',
    ])
  })
  it('takes an unterminated tag for text', () => {
    expect(words('a <a href="b c')).toEqual(['a×2', 'href×1', 'b×1', 'c×1'])
  })
})

describe.skipIf(missing)('no word is lost (skipped: no cases folder)', () => {
  it('in any content of the exports', () => {
    const texts = exportedTexts()
    expect(texts.length).toBeGreaterThan(100)
    for (const text of texts) expect(lostWords(text), text.slice(0, 80)).toEqual([])
  })
  it('in any case, and in the inputs of the paragraph function', () => {
    for (const { input, stripped } of conversionInputs())
      expect(lostWords(input, stripped), input).toEqual([])
    for (const input of autopInputs()) expect(lostWords(input), input).toEqual([])
  })
})

const MARKUP =
  'div p ul ol li dl dt dd table tr td th caption blockquote pre code h1 h2 h6 a b em span sup br hr img figure figcaption iframe svg form select option details summary cite q ruby rt'
const tag = fc
  .tuple(
    fc.constantFrom('<', '</'),
    fc.constantFrom(...MARKUP.split(' ')),
    fc.constantFrom('', ' href="/x"', ' class="wp-caption"', ' id=y', ' src="/a.jpg"', ' "', ' onclick=z'),
  )
  .map(([open, name, attributes]) => `${open}${name}${attributes}>`)
const shortcode = fc.constantFrom(
  '[caption]',
  '[/caption]',
  '[vc_row]',
  '[/vc_row]',
  '[vc_toggle title="t"]',
  '[/vc_toggle]',
  '[gallery]',
  '[box a="1"]',
  '[/box]',
  '[sic]',
  '[embed]',
  '[/embed]',
  '[[gallery]]',
)
const word = fc.constantFrom(
  ' un ',
  ' deux\n',
  '\n\ntrois ',
  ' &eacute;t&eacute; ',
  ' <!--more suite--> ',
  ' < ',
  ' - a\n',
  ' :\n',
)
const content = fc
  .array(fc.oneof(tag, shortcode, word, word), { maxLength: 40 })
  .map((parts) => parts.join(''))

describe('any mark-up', () => {
  it('gives parts that the document schema takes, and loses no word', () => {
    fc.assert(
      fc.property(content, (text) => {
        for (const { part } of draftOf(text).blocks)
          if (part.type !== 'heading') check({ type: 'doc', content: [part] })
        const kept = countWords(
          draftOf(text)
            .flags.map(({ detail }) => detail)
            .join('\n'),
          shownWords(draftOf(text).blocks),
        )
        const letters = (words: ReadonlyMap<string, number>) =>
          [...words].flatMap(([w, n]) => [...w].map((c) => [c, n] as const))
        const count = (words: ReadonlyMap<string, number>, letter: string) =>
          letters(words).reduce((sum, [c, n]) => (c === letter ? sum + n : sum), 0)
        for (const letter of 'undextroisé')
          expect(count(kept, letter)).toBeGreaterThanOrEqual(count(sourceWords(text), letter))
      }),
      { numRuns: 500 },
    )
  })
})

it('a comment opened in a listing is code, and hides nothing after it', () => {
  const words = (content: string, stripped = false) => [...sourceWords(content, { stripped }).keys()]
  expect(words('[php]un <!-- deux[/php] trois <b title="--> quatre">cinq</b>')).toEqual([
    'un',
    'deux',
    'trois',
    'cinq',
  ])
  expect(words('[php]un <!-- deux[/php] trois', true)).toEqual(['un', 'deux', 'trois'])
})
