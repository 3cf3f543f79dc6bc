import { describe, expect, it } from 'vitest'
import { matchSections, stems } from './targets.ts'

const sections = [
  { title: 'Qui êtes-vous ?', text: 'Je suis luthière, fille de luthier, à Mirecourt.' },
  { title: 'Et l’atelier ?', text: 'Nous sommes quatre autour du bois, avec un apprenti.' },
  { title: 'Le mot de la fin ?', text: 'Venez écouter le violon neuf en juin.' },
]

describe('matchSections', () => {
  it('follows the words in common', () => {
    const entries = [
      { title: '#Luthière', text: 'Une fille de luthier.' },
      { title: '#ViolonNeuf', text: 'Un concert en juin.' },
    ]
    expect(matchSections(entries, sections).map(({ index }) => index)).toEqual([0, 2])
  })

  it('never goes back: an entry with no word in common stands between its neighbours', () => {
    const entries = [
      { title: '#Luthière', text: 'Une fille de luthier.' },
      { title: '#Xyz', text: '' },
      { title: '#ViolonNeuf', text: 'Un concert en juin.' },
    ]
    const matches = matchSections(entries, sections)
    expect(matches.map(({ index }) => index)).toEqual([0, 1, 2])
    expect(matches[1]?.confidence).toBeLessThan(matches[0]?.confidence ?? 0)
  })

  it('shares sections when entries are too many, and gives none without sections', () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({ title: `#Tag${index}`, text: '' }))
    const indexes = matchSections(entries, sections).map(({ index }) => index)
    expect(indexes).toEqual([...indexes].sort((a, b) => a - b))
    expect(matchSections(entries, [])).toEqual([])
  })
})

it('parts a hashtag at its capitals', () => {
  expect(stems('#RéseauxSociaux')).toEqual(['resea', 'socia'])
})
