import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Reading, stemmed, stemsIn } from './stems.ts'
import { lowered, wordsIn } from './words.ts'

/** Words, and the signs that decide where one ends. */
const piece = fc.oneof(
  fc.constantFrom('violons', 'aujourd’hui', "AUJOURD'HUI", 'aujourd', '’hui', 'l’été', 'e\u0301te', 'œuvres'),
  fc.constantFrom('10 000', '1\u202f234\u00a0567', '10', ' 000', '2024', 'mètres', 'que'),
  fc.constantFrom(' ', '\n', '\u00a0', '-', '’', '.', '\u0301', '𝒜', '\ud835', '漢'),
  fc.constantFrom('x'.repeat(40), 'x'.repeat(41), 'e\u0301'.repeat(33)),
  fc.string({ unit: 'binary', maxLength: 2 }),
)
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

const cutOut = (input: string): string[] => wordsIn(input).map(({ word }) => word)

describe('the stems of a text', () => {
  it('are those of its words, one after the other', () => {
    fc.assert(
      fc.property(text, (input) => {
        const stems = cutOut(input).map(stemmed)
        expect(stemsIn(input)).toEqual(stems.filter((stem) => stem !== ''))
      }),
      { numRuns: 3000 },
    )
  })

  it('are as many in a long text', () => {
    expect(stemsIn('violon '.repeat(40_000)).filter((stem) => stem === 'violon')).toHaveLength(40_000)
  })

  it('leave out what is too long for a word', () => {
    expect(stemsIn(`violon ${'x'.repeat(70_000)} bois`)).toEqual(['violon', stemmed('bois')])
  })
})

describe('the words of a reading', () => {
  it('are those of its texts that are worth correcting a typo with, each once', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const reading = new Reading()
        for (const input of [one, other]) expect(reading.stems(input)).toBe(stemmed(input))
        const worth = [one, other]
          .flatMap(cutOut)
          .filter((word) => stemmed(word) !== '' && /^\p{L}{3,30}$/u.test(lowered(word)))
          .map((word) => word.replace(/['’]/g, ''))
        expect(reading.words.split(' ').filter((word) => word !== '')).toEqual([...new Set(worth)])
      }),
      { numRuns: 2000 },
    )
  })

  it('are its own, however many were read before', () => {
    for (let count = 0; count < 70_000; count += 1) {
      const reading = new Reading()
      reading.stems('Violons')
      if (reading.words !== 'Violons') expect(reading.words, `reading ${count}`).toBe('Violons')
    }
    expect(new Reading().words).toBe('')
  })
})
