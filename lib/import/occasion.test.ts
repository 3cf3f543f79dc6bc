import { describe, expect, test } from 'vitest'
import { check } from '../document/check.ts'
import type { ArticleKind } from '../wordpress/draft.ts'
import { occasionOf } from './occasion.ts'

const PUBLISHED = '2018-06-20'

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = { type: 'paragraph', content: [text('Le texte.')] }

function fromStandfirst(words: string, kind: ArticleKind | null = 'write-up', published = PUBLISHED) {
  const standfirst = { type: 'standfirst', content: [{ type: 'paragraph', content: [text(words)] }] }
  return occasionOf({ kind, document: check({ type: 'doc', content: [standfirst, paragraph] }) }, published)
}

function fromMethod(date: string | null, place: string | null, kind = 'method') {
  const credit = { type: 'credit', attrs: { kind, people: [], place, date }, content: [text('Entretien…')] }
  const document = check({ type: 'doc', content: [paragraph, { type: 'credits', content: [credit] }] })
  return occasionOf({ kind: 'interview', document }, PUBLISHED)
}

const NOTHING = { heldOn: null, heldAt: null }

describe('the note on method', () => {
  test('says when and where', () => {
    expect(fromMethod('2018-05-03', 'Lille')).toEqual({ heldOn: '2018-05-03', heldAt: 'Lille' })
  })
  test('a day that does not exist or is to come is no day', () => {
    expect(fromMethod('2018-02-31', 'Lille')).toEqual({ heldOn: null, heldAt: 'Lille' })
    expect(fromMethod('2019-01-01', null)).toEqual(NOTHING)
  })
  test('a declared update is none', () => {
    expect(fromMethod('2018-05-03', null, 'update')).toEqual(NOTHING)
  })
})

describe('the standfirst of a write-up', () => {
  test.each([
    ['Loïc a tenu le Forum de Clermont-Ferrand, le 15 mai dernier.', '2018-05-15', 'Clermont-Ferrand'],
    ['Ils étaient cent à Lille le 3 mars 2018.', '2018-03-03', 'Lille'],
    ['Le 3 mars 2018, à Arc et Senans, ils étaient cent.', '2018-03-03', 'Arc et Senans'],
    ['Elle a rempli la halle aux grains de Riom, le samedi 16 décembre.', '2017-12-16', 'Riom'],
    ['Le samedi 1er juin, à la bibliothèque d’Issoire, ils ont gravé.', '2018-06-01', 'Issoire'],
  ])('%s', (words, heldOn, heldAt) => {
    expect(fromStandfirst(words)).toEqual({ heldOn, heldAt })
  })

  test.each([
    'Rendez-vous à Lille le 3 mars prochain.',
    'Un discours de Paulette, le 3 mars 2018.',
    'La conférence de Marie Bouton, le 3 mars 2018.',
    'La loi du 3 mars 2018 a changé la vie à Lille.',
    'À Lille le 3 mars 2018, puis à Riom le 4 avril 2018.',
    'Tout a commencé à Lille, le 3 mars 1998.',
    'Ils étaient cent à Lille le 31 février 2018.',
    'Ils étaient cent dans la salle, le 3 mars 2018.',
  ])('says nothing sure: %s', (words) => {
    expect(fromStandfirst(words)).toEqual(NOTHING)
  })

  test('an interview’s is about something else', () => {
    expect(fromStandfirst('Il est né à Lille le 3 mars 2018.', 'interview')).toEqual(NOTHING)
  })

  test('is read in bounded time', () => {
    const hostile = `${'salle de A '.repeat(20_000)}, le 3 mars 2018`
    const start = performance.now()
    fromStandfirst(hostile)
    fromStandfirst(`salle ${'de '.repeat(600)}le 3 mars 2018`)
    fromStandfirst(`le 3 mars 2018 à ${'Aa de la '.repeat(220)}`)
    expect(performance.now() - start).toBeLessThan(300)
  })
})
