import { describe, expect, it } from 'vitest'
import { autop } from '../autop.ts'
import { alignWith, joinPieces, type MappedText } from './mapped-text.ts'

/** The source that a word of the output comes from, by the map. */
function sourceOf(source: string, output: MappedText, word: string): string {
  const start = output.text.indexOf(word)
  return (
    source.slice(output.at[start], output.at[start + word.length - 1]) +
    source.charAt(output.at[start + word.length - 1] ?? 0)
  )
}

describe('joinPieces', () => {
  it('leads copied text to its place and fixed text to one place', () => {
    const joined = joinPieces(
      [
        { text: 'ab', start: 10 },
        { text: 'XY', start: 12, fixed: true },
        { text: 'c', start: 20 },
      ],
      21,
    )
    expect(joined.text).toBe('abXYc')
    expect([...joined.at]).toEqual([10, 11, 12, 12, 20, 21])
  })
})

describe('alignWith', () => {
  const source =
    'Un <b>deux</b>\ntrois\n\n<p>quatre</p>\n<blockquote>cinq</blockquote>\nsix<br>sept\n\n\nhuit'
  const input = joinPieces([{ text: source, start: 0 }], source.length)
  const output = alignWith(input, autop(source))
  for (const word of ['Un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit'])
    it(`finds ${word} where the author wrote it`, () => {
      expect(sourceOf(source, output, word)).toBe(word)
    })
})
