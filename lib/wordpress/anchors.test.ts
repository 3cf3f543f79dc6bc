import { describe, expect, it } from 'vitest'
import { isAnchor } from '../document/validate.ts'
import { anchorBook, asciiId, idKey } from './anchors.ts'

describe('anchorBook', () => {
  it('keeps a valid id byte for byte, and makes an ASCII form of another', () => {
    const book = anchorBook([])
    expect(book.take(['Trio'], ['Quel est votre rôle ?'])).toBe('Trio')
    expect(book.take(['réseaux'], ['Et après ?'])).toBe('reseaux')
    expect(book.take([], ['#RéseauxSociaux', 'Cela t’a amené …'])).toBe('reseaux-sociaux')
  })

  it('numbers what is taken and never gives an id of the page itself', () => {
    const book = anchorBook(['suite'])
    const anchors = [
      book.take([], ['Suite']),
      book.take([], ['Suite']),
      book.take(['resume'], []),
      book.take([], ['…']),
      book.take([], ['12 ans']),
    ]
    expect(anchors).toEqual(['suite-2', 'suite-3', 'section-resume', 'section', 'section-12-ans'])
    expect(anchors.every(isAnchor)).toBe(true)
  })

  it('takes an alias once, and none that the page uses', () => {
    const book = anchorBook([])
    expect([book.takeAlias('réseaux'), book.takeAlias('réseaux'), book.takeAlias('note-1')]).toEqual([
      true,
      false,
      false,
    ])
  })
})

it('cuts a long heading between words', () => {
  const id = asciiId('Comment ont évolué tes responsabilités dans la nouvelle organisation du groupe ?')
  expect(id).toBe('comment-ont-evolue-tes-responsabilites-dans-la-nouvelle')
})

it('compares ids without case, accents and percent-encoding', () => {
  expect(idKey('R%C3%A9seaux')).toBe(idKey('réseaux'))
  expect(idKey('100%')).toBe('100%')
})
