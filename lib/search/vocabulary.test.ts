import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Vocabulary } from './vocabulary.ts'

const word = fc.oneof(fc.stringMatching(/^[abé]{1,4}$/), fc.stringMatching(/^\p{L}{1,70}$/u))

describe('a vocabulary', () => {
  it('tells the words that were not added', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 20 }), { maxLength: 20 }), (lists) => {
        const vocabulary = new Vocabulary()
        const added = new Set<string>()
        for (const list of lists) {
          expect(vocabulary.unknownIn(list.join(' '))).toEqual(list.filter((one) => !added.has(one)))
          vocabulary.add(list)
          for (const one of list) added.add(one)
        }
      }),
    )
  })

  it('holds tens of thousands of words, and takes more by forgetting', () => {
    const words = Array.from({ length: 150_000 }, (_, index) => `mot${index.toString(36)}`)
    const vocabulary = new Vocabulary()
    for (let start = 0; start < words.length; start += 1000) {
      const some = words.slice(start, start + 1000)
      expect(vocabulary.unknownIn(some.join(' '))).toEqual(some)
      vocabulary.add(some)
      if (start === 60_000) expect(vocabulary.unknownIn(words.slice(0, 61_000).join(' '))).toEqual([])
    }
    expect(vocabulary.unknownIn(words.slice(-100).join(' '))).toEqual([])
  })
})
