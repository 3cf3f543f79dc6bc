import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../document/text.ts'
import { lostWords } from './conservation.ts'
import { convert } from './convert.ts'
import type { ConvertContext } from './draft.ts'
import { sourceItem, strippedItem } from './fixtures.ts'

const context: ConvertContext = { attachments: new Map(), hosts: [] }

describe('hostile content', () => {
  const pieces = [
    'Par A',
    'mot*',
    '* mot : x',
    '[1]',
    '[ref]',
    '[/ref]',
    '#Tag – x',
    '“',
    '”',
    '"',
    ' - Nom',
    '\n',
    '\n\n',
    '1er a : b.2e a : c',
    '?',
    '...',
    '(1:00)',
    'Résumé',
    '- ',
    '<b>',
    '</b>',
    '<h2>',
    '</h2>',
    '<a href="#x">x</a>',
    '<!--more-->',
    'Merci à tous',
    ': ',
    '.A b c',
    '**',
    '<p id="n1">',
    '</p>',
    '<sup><a href="#n1">1</a></sup> ',
    'Pour en savoir plus : ',
    'Accès rapide aux sections:',
    '<ul><li>',
    '</li><li>',
    '</li></ul>',
    '<blockquote>',
    '</blockquote>',
    'Question du public : oui ?',
  ]

  it('keeps every word and passes the check whatever is put together', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), fc.boolean(), (parts, lost) => {
        const content = parts.join('')
        const item = lost ? strippedItem(content) : sourceItem({ content })
        expect([...lostWords(item, convert(item, context))]).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['capitals', 'A '.repeat(50_000)],
    ['quotation marks', '“a” "'.repeat(20_000)],
    ['stars', 'mot* '.repeat(20_000)],
    ['notes', `${'mot* ici.\n'.repeat(2000)}${'* mot : x\n'.repeat(2000)}`],
    ['questions', 'Une question ?\nUne réponse.\n'.repeat(2000)],
    ['entries', '- #Tag – texte\n'.repeat(3000)],
    ['ordinals', '1er a.'.repeat(20_000)],
    ['links', 'le site '.repeat(10_000)],
    ['spaces', `a${' '.repeat(100_000)}b`],
  ])('reads a lot of %s in a few seconds', (_, content) => {
    const start = performance.now()
    convert(strippedItem(content), context)
    convert(sourceItem({ content }), context)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

it.each([
  '<constructor>mot</constructor>',
  '<p>un <constructor>mot</constructor></p>',
  '<ol style="list-style-type: constructor"><li>mot</li></ol>',
  '[constructor a="b"]mot[/constructor]',
  '[toString a="b"]mot[/toString]',
  '[__proto__ a="b"]mot[/__proto__]',
])('%s is no name that the converter knows', (content) => {
  const item = sourceItem({ content })
  const converted = convert(item, context)
  expect(plainText(converted.document)).toContain('mot')
  expect([...lostWords(item, converted)]).toEqual([])
})

it('two texts to unfold with one id, at any depth, are both kept', () => {
  const twin = '<details id="plus"><summary>Voir</summary><p>Caché</p></details>'
  const { document } = convert(
    sourceItem({ content: `<h2>Un</h2>${twin}<blockquote>${twin}</blockquote>` }),
    {
      attachments: new Map(),
      hosts: [],
    },
  )
  expect(plainText(document).match(/Caché/g)).toHaveLength(2)
})
