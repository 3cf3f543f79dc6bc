import { expect, test } from 'vitest'
import { familyName } from '../people/family-name.ts'
import { byLetter } from './by-letter.ts'

test('an index ignores accents and signs, and puts figures together', () => {
  const groups = byLetter(['Zoé', 'énergie', 'eau', '« Été »', '2 roues', '10 ans', '***'], (name) => name)
  expect(groups).toEqual([
    ['#', ['***', '2 roues', '10 ans']],
    ['E', ['« Été »', 'eau', 'énergie']],
    ['Z', ['Zoé']],
  ])
})

test.each([
  ['Élise Varambon', 'Varambon Élise'],
  ['Jean-Paul de La Tour', 'La Tour Jean-Paul de'],
  ['Vincent van Gogh', 'Gogh Vincent van'],
  ['Cher', 'Cher'],
])('%s stands at %s', (name, expected) => expect(familyName(name)).toBe(expected))
