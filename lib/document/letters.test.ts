import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runsOfLetters, runsWithLetters } from './letters.ts'

/** Any text, many of its signs being those that decide: letters, marks, pairs, halves of pairs, spaces. */
const sign = fc.oneof(
  fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '7',
    '½',
    '’',
    '-',
    ' ',
    '\u00a0',
    '\u202f',
    '\ufeff',
    '\n',
    'ﬁ',
    '𝒜',
    '😀',
  ),
  fc.constantFrom('\ud835', '\udc9c', '\ud83d', '漢', 'ع'),
  fc.string({ unit: 'binary', maxLength: 2 }),
)
const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''))

const matches = (pattern: RegExp, input: string): number => input.match(pattern)?.length ?? 0

describe('words counted without a string of each', () => {
  it('are the runs of letters and digits', () => {
    expect(runsOfLetters('L’été 2024, à Saint-Brieuc')).toBe(6)
    fc.assert(
      fc.property(text, (input) => {
        expect(runsOfLetters(input)).toBe(matches(/[\p{L}\p{N}]+/gu, input))
      }),
      { numRuns: 2000 },
    )
  })

  it('are as many in a long text', () => {
    expect(runsOfLetters('été, '.repeat(50_000))).toBe(50_000)
    expect(runsWithLetters('a\u{1d49c} '.repeat(50_000))).toBe(50_000)
  })

  it('are the runs between white space that hold one', () => {
    expect(runsWithLetters('L’été 2024 — à Saint-Brieuc !')).toBe(4)
    fc.assert(
      fc.property(text, (input) => {
        expect(runsWithLetters(input)).toBe(matches(/[\p{L}\p{N}]\S*/gu, input))
      }),
      { numRuns: 2000 },
    )
  })
})
