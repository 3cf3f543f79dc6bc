import { describe, expect, it } from 'vitest'
import { lossFlags, lostWords } from './conservation.ts'
import { convert } from './convert.ts'
import { sourceItem } from './fixtures.ts'

const context = { attachments: new Map(), hosts: [] }
const item = sourceItem({ content: '<p>Un mot, deux mots, trois mots.</p>' })

describe('the proof that nothing is lost', () => {
  it('finds nothing in a conversion that is right', () => {
    const converted = convert(item, context)
    expect([...lostWords(item, converted)]).toEqual([])
    expect(converted.flags).toEqual([])
  })

  it('names the words that a document left out, each with how often', () => {
    const document = convert(sourceItem({ content: 'Un mot, trois.' }), context).document
    const lost = lostWords(item, { document, flags: [] })
    expect([...lost]).toEqual([
      ['deux', 1],
      ['mots', 2],
    ])
    expect(lossFlags(Object.fromEntries(lost))).toEqual([
      { code: 'words-lost', detail: 'deux, mots ×2', confidence: null, span: null },
    ])
  })

  it('does not take the flag that names a loss for the words themselves', () => {
    const document = convert(sourceItem({ content: 'Un mot, trois.' }), context).document
    const flags = lossFlags(Object.fromEntries(lostWords(item, { document, flags: [] })))
    expect(lostWords(item, { document, flags }).size).toBe(2)
  })

  it('counts a word that a flag names as kept', () => {
    const { document, flags } = convert(sourceItem({ content: 'Par Zoé Mars\n\nUn texte.' }), context)
    expect(flags.map(({ detail }) => detail)).toEqual(['Par Zoé Mars'])
    expect(lostWords(sourceItem({ content: 'Par Zoé Mars\n\nUn texte.' }), { document, flags }).size).toBe(0)
  })

  it('keeps a long list of lost words readable', () => {
    const words = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`mot${index}`, 1]))
    expect(lossFlags(words)[0]?.detail).toMatch(/, mot59, et 40 autres$/u)
  })
})
