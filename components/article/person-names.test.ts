import { expect, test } from 'vitest'
import { splitAtNames, splitTextAtNames } from './person-names.ts'

const ana = { slug: 'ana-li', name: 'Ana Li' }
const orsay = { slug: 'eve-d-orsay', name: "Ève d'Orsay" }
const fund = { slug: 'fondation-ana-li', name: 'Fondation Ana Li' }
const named = (text: string, ...people: (typeof ana)[]) =>
  splitTextAtNames(text, people).flatMap(({ words, person }) => (person ? [[words, person.slug]] : []))

test('a name is found once, as typesetting wrote it', () => {
  expect(named('Avec Ana\u00a0Li, puis Ana Li et Ève d’Orsay.', ana, orsay)).toEqual([
    ['Ana\u00a0Li', 'ana-li'],
    ['Ève d’Orsay', 'eve-d-orsay'],
  ])
  expect(named('D’Ana Li (à gauche)', ana)).toEqual([['Ana Li', 'ana-li']])
})

test('a name inside another one is not named', () => {
  for (const text of ['Ana Lima', 'Rosana Li', 'Marie-Ana Li', 'Ana Li-Roux', 'Ana Li Roux', 'ana li'])
    expect(named(text, ana)).toEqual([])
  expect(named('La Fondation Ana Li', ana, fund)).toEqual([['Fondation Ana Li', 'fondation-ana-li']])
})

test('a first name alone is nobody’s', () => {
  expect(named('Ana rit', { slug: 'ana', name: 'Ana' })).toEqual([])
})

test('two of one family share its name', () => {
  const jeanne = { slug: 'jeanne-lamblard', name: 'Jeanne Lamblard' }
  const romaric = { slug: 'romaric-lamblard', name: 'Romaric Lamblard' }
  const both = [
    ['Jeanne', 'jeanne-lamblard'],
    ['Romaric Lamblard', 'romaric-lamblard'],
  ]
  expect(named('Jeanne et Romaric Lamblard', romaric, jeanne)).toEqual(both)
  expect(named('Jeanne\u00a0& Romaric Lamblard, tisserands', jeanne, romaric)).toEqual(both)
  expect(named('Marie-Jeanne et Romaric Lamblard', jeanne, romaric)).toEqual(both.slice(1))
  expect(named('Jeanne et Romaric', jeanne, romaric)).toEqual([])
  expect(named('Jeanne et Ana Li', jeanne, ana)).toEqual([['Ana Li', 'ana-li']])
  expect(named('Jeanne et Romaric Lamblard', romaric)).toEqual(both.slice(1))
})

test('no word changes, and what is left alone stays alone', () => {
  const pieces = ['Voici ', null, 'Ana Li', ' ici']
  expect(splitAtNames(pieces, [ana]).map((cut) => cut.map(({ words }) => words).join(''))).toEqual([
    'Voici ',
    '',
    'Ana Li',
    ' ici',
  ])
})
