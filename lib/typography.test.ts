import { expect, test } from 'vitest'
import { bindPunctuation } from './typography.ts'

test('binds each mark to the word that it follows', () => {
  expect(bindPunctuation('Quoi ? Oui ; non !')).toBe('Quoi\u202f? Oui\u202f; non\u202f!')
  expect(bindPunctuation('Trois règles : « une », 5 % et 3 €')).toBe(
    'Trois règles\u00a0: «\u00a0une\u00a0», 5\u00a0% et 3\u00a0€',
  )
})

test('adds no space where the author put none, and leaves the others', () => {
  expect(bindPunctuation('https://exemple.fr/?a=1 «ceci» à 10:30')).toBe(
    'https://exemple.fr/?a=1 «ceci» à 10:30',
  )
})
