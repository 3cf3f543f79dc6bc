import { describe, expect, it } from 'vitest'
import { readQuote } from './pull-quotes.ts'

const quote = (text: string) => {
  const read = readQuote(text)
  return read && [text.slice(read.start, read.end), read.attribution]
}

describe('readQuote', () => {
  it.each([
    ['"Notre idée est simple."', ['Notre idée est simple.', null]],
    ['“Il faut oser” - Marie Curie', ['Il faut oser', 'Marie Curie']],
    ['« On y arrivera ! »', [' On y arrivera ! ', null]],
    ['"Le "vrai" sujet est là" – Jean-Paul Élie, maire', ['Le "vrai" sujet est là', 'Jean-Paul Élie, maire']],
    ['“Un “mot” dedans” (Ana Li)', ['Un “mot” dedans', 'Ana Li']],
  ])('%j is one quote', (text, expected) => {
    expect(quote(text)).toEqual(expected)
  })

  it.each([
    "“Biniou” ! c'est ainsi que je l'appelle",
    '"Kioz", le prix de l\'innovation',
    '"A", dit-il, "B"',
    '“A”, puis “B”',
    '“Il faut oser” - comme on dit souvent ici',
    'Il dit “oui”',
    '"',
    `"${'long '.repeat(100)}"`,
  ])('%j is not', (text) => {
    expect(readQuote(text)).toBeNull()
  })
})
