import { describe, expect, it } from 'vitest'
import { check } from './check.ts'
import { excerpt, firstSentences, plainText, readingMinutes, shorten, wordCount } from './text.ts'

const text = (value: string) => ({ type: 'text', text: value })
const paragraph = (value: string) => ({ type: 'paragraph', content: [text(value)] })
const article = check({
  type: 'doc',
  content: [
    { type: 'figure', content: [{ type: 'caption', content: [text('Une légende')] }] },
    paragraph('Premier paragraphe.'),
    {
      type: 'section',
      attrs: { anchor: 'a' },
      content: [
        { type: 'sectionHeading', content: [text('Une question ?')] },
        { type: 'paragraph', content: [text('Ligne'), { type: 'hardBreak' }, text('suivante')] },
        { type: 'pullQuote', attrs: { attribution: 'Zoé' }, content: [paragraph('Une phrase')] },
      ],
    },
    {
      type: 'summary',
      attrs: { title: 'Résumé' },
      content: [
        { type: 'summaryItem', attrs: { hashtag: '#Biniou!', target: 'a' }, content: [text('Du son.')] },
      ],
    },
  ],
})

describe('plain text', () => {
  it('holds every word a reader sees, also those of attributes', () => {
    expect(plainText(article).split('\n')).toEqual([
      'Une légende',
      'Premier paragraphe.',
      'Une question ?',
      'Ligne',
      'suivante',
      'Une phrase',
      'Zoé',
      'Résumé',
      '#Biniou!',
      'Du son.',
    ])
  })
})

describe('excerpt', () => {
  it('is the first paragraph, not the caption before it', () => {
    expect(excerpt(article)).toBe('Premier paragraphe.')
  })

  it('is the standfirst when there is one', () => {
    const standfirst = { type: 'standfirst', content: [paragraph('Le chapô.')] }
    expect(excerpt(check({ type: 'doc', content: [standfirst, paragraph('Suite.')] }))).toBe('Le chapô.')
  })

  it('is empty when there is no prose', () => {
    expect(excerpt(check({ type: 'doc', content: [{ type: 'separator' }] }))).toBe('')
  })
})

describe('shorten', () => {
  it('cuts between words and never ends on punctuation', () => {
    expect(shorten('Un deux trois, quatre cinq', 16)).toBe('Un deux trois…')
    expect(shorten('court', 16)).toBe('court')
    expect(shorten('x'.repeat(40), 10)).toHaveLength(10)
  })
})

describe('words and minutes', () => {
  it('counts runs that hold a letter or a digit', () => {
    expect(wordCount("Aujourd'hui, 10 000 € : « oui » — non !")).toBe(5)
    expect(wordCount('  \n ')).toBe(0)
  })

  it('rounds to whole minutes, at least one', () => {
    expect(readingMinutes(0)).toBe(1)
    expect(readingMinutes(230 * 6 + 100)).toBe(6)
  })
})

describe('the first sentences', () => {
  const told =
    'Elle accorde des pianos depuis vingt ans. Le premier était faux. Le dernier aussi, dit-elle en riant.'

  it('are whole, and as many as fit', () => {
    expect(firstSentences(told, 200)).toBe(told)
    expect(firstSentences(told, 80)).toBe('Elle accorde des pianos depuis vingt ans. Le premier était faux.')
    expect(firstSentences(told, 50)).toBe('Elle accorde des pianos depuis vingt ans.')
    expect(firstSentences('Qui parle ? « Elle seule ! » Et puis le silence de la salle.', 34)).toBe(
      'Qui parle ? « Elle seule ! »',
    )
  })

  it('do not end at an initial, nor leave less than half', () => {
    expect(firstSentences('Le relieur de la rue haute, M. Varambon, et J. Roy reviennent.', 50)).toBe(
      'Le relieur de la rue haute, M. Varambon, et J…',
    )
    expect(firstSentences('Oui. Une phrase qui ne finit pas avant la fin de la place donnée.', 30)).toBe(
      'Oui. Une phrase qui ne finit…',
    )
  })
})
