import { describe, expect, it } from 'vitest'
import { excerptOf, highlight } from './excerpt.ts'
import { cleanQuery, readQuery } from './query.ts'
import { inMost } from './rank.ts'
import { mayAsk } from './rate-limit.ts'
import { stemmed, stemsIn } from './stems.ts'
import { typosBetween } from './typos.ts'
import { fold } from './words.ts'

describe('words', () => {
  it('are folded: accents, case, ligatures', () => {
    expect(['Œuvre', 'ÇA', 'Æsope', 'ﬁn', 'naïveté'].map(fold)).toEqual([
      'oeuvre',
      'ca',
      'aesope',
      'fin',
      'naivete',
    ])
  })
  it('have one stem in the plural, the feminine and other forms', () => {
    for (const forms of [
      'violon violons',
      'tisserand tisserande tisserandes',
      'cheval chevaux',
      'réparer réparation réparait',
    ])
      expect(new Set(forms.split(' ').map(stemmed)).size, forms).toBe(1)
  })
  it('leave elided articles and stop words out, and keep aujourd’hui and numbers whole', () => {
    expect(stemsIn('L’innovation, qu’est-ce que c’est ?')).toEqual([stemmed('innovation')])
    expect(stemsIn('aujourd’hui 10 000 €')).toEqual(['aujourdhui', '10000'])
  })
})

describe('a plural', () => {
  it.each([
    ['photo', 'photos'],
    ['ami', 'amis'],
    ['tissu', 'tissus'],
    ['loi', 'lois'],
    ['vitrail', 'vitraux'],
    ['œil', 'yeux'],
    ['anneau', 'anneaux'],
    ['cheval', 'chevaux'],
    ['bois', 'bois'],
  ])('%s, %s has the stem of its singular', (one, several) => {
    expect(stemmed(several)).toBe(stemmed(one))
    expect(stemmed(one)).not.toBe('')
  })
})

describe('articles that hold some of several words', () => {
  it('come first when they hold more of them, then when they hold the rarer', () => {
    const hit = (article: number, place: number, score: number) => ({ id: article * 1024 + place, score })
    const common = [1, 2, 3, 4, 5, 6].map((article) => hit(article, 1, 5))
    const ranked = inMost([common, [hit(2, 3, 4)], [hit(7, 0, 5)]])
    expect(ranked.map(({ articleId }) => articleId).slice(0, 3)).toEqual([2, 7, 1])
    expect(ranked[0]?.section?.place).toBe(1)
  })
})

describe('a query', () => {
  it('is words, phrases and words to leave out', () => {
    const { wanted, unwanted } = readQuery(
      'violon "papier de verre" « point Louvise » -bois -"deux mots" peut-être',
    )
    expect(wanted.map(({ words }) => words)).toEqual(
      [['violon'], ['papier', 'verre'], ['point', 'Louvise'], ['peut'], ['être']].filter(
        ([word]) => stemmed(word ?? '') !== '',
      ),
    )
    expect(unwanted.map(({ words }) => words)).toEqual([['bois'], ['deux', 'mots']])
  })
  it('is cut and cleaned', () => {
    expect(cleanQuery(` a\0\u202e b \ud800${'x'.repeat(999)}`)).toMatch(/^a b x{190,}$/)
  })
})

describe('typos', () => {
  it('are counted, a swap as one', () => {
    expect(typosBetween('violon', 'violon', 2)).toBe(0)
    expect(typosBetween('voilon', 'violon', 2)).toBe(1)
    expect(typosBetween('vilon', 'violons', 2)).toBe(2)
    expect(typosBetween('bois', 'métal', 2)).toBe(3)
  })
})

describe('an excerpt', () => {
  const stems = new Set([stemmed('violon')])
  it('is cut between words around the hits, which are marked', () => {
    const pieces = excerptOf(`${'avant '.repeat(100)}Les violons chantent. ${'après '.repeat(100)}`, stems)
    expect(pieces.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['violons'])
    const text = pieces.map((piece) => piece.text).join('')
    expect(text).toMatch(/^… .*violons chantent\..* …$/)
    expect(text.length).toBeLessThan(300)
  })
  it('loses no letter of a title', () => {
    const title = '<b>Violon</b> & violons'
    expect(
      highlight(title, stems)
        .map(({ text }) => text)
        .join(''),
    ).toBe(title)
  })
})

describe('the allowance of an address', () => {
  it('runs out, and comes back with time', () => {
    const asked = Array.from({ length: 40 }, () => mayAsk('192.0.2.1', 1000))
    expect(asked.filter(Boolean).length).toBe(30)
    expect(mayAsk('192.0.2.2', 1000)).toBe(true)
    expect(mayAsk('192.0.2.1', 3000)).toBe(true)
  })
})

it('a word that every object of JavaScript has is a word', () => {
  for (const word of ['constructor', 'toString', 'valueOf', '__proto__'])
    expect(typeof stemmed(word), word).toBe('string')
})
