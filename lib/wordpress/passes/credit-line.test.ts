import { describe, expect, it } from 'vitest'
import { readCredit } from './credit-line.ts'
import { readDay } from './day.ts'

const read = (text: string) => readCredit(text, '2019-03-02', ['Florian Mestre'])

describe('readCredit', () => {
  it('reads who made an interview, where and when', () => {
    const text =
      "Entretien réalisé le 4 février à l'École des Métiers par Anselme Roy. Propos mis en forme par Zoé Mars, puis relus et corrigés par Florian."
    expect(read(text)).toEqual({
      kind: 'method',
      people: [
        { name: 'Anselme Roy', role: 'interviewer' },
        { name: 'Zoé Mars', role: 'editing' },
        { name: 'Florian Mestre', role: 'proofreading' },
      ],
      place: 'École des Métiers',
      date: '2019-02-04',
    })
  })

  it.each([
    ['Visuels fournis par Fanny Reynaud et Jérôme Palle.', 'visuals', ['Fanny Reynaud', 'Jérôme Palle']],
    ["Crédits visuels: Ana Li (captures d'écran), Bo Ra (le Connecteur)", 'visuals', ['Ana Li', 'Bo Ra']],
    ['© Photos : Cécile Debise (CCM Benchmark)', 'visuals', ['Cécile Debise']],
    ['Prise de son : Ana Li', 'sound', ['Ana Li']],
    ['Tournage et montage Anselme Roy / La Gazette', 'video', ['Anselme Roy', 'Anselme Roy']],
    ['Un grand merci à toute l’équipe.', 'thanks', []],
    ['Les organisateurs souhaitent remercier le public.', 'thanks', []],
    ['La Gazette est partenaire du Salon des Outils de Tréfeuil', 'disclosure', []],
    ['Article réalisé en partenariat avec la Ville.', 'disclosure', []],
  ])('%j', (text, kind, names) => {
    expect(read(text)?.kind).toBe(kind)
    expect(read(text)?.people.map(({ name }) => name)).toEqual(names)
  })

  it.each([
    'Photos : la galerie complète est en ligne.',
    'Le montage financier fut long.',
    'Merci, tout va bien.',
    'Les propos de Marie sont clairs.',
    'Notre entretien fut bref.',
    'Vidéo surprise dans la salle',
  ])('leaves %j alone', (text) => {
    expect(read(text)).toBeNull()
  })
})

it('gives a day without a year the last one before publication', () => {
  expect(readDay('le jeudi 7 décembre', '2017-12-08')).toBe('2017-12-07')
  expect(readDay('le 20 décembre', '2018-01-03')).toBe('2017-12-20')
  expect(readDay('le 1er mars 2012', '2018-01-03')).toBe('2012-03-01')
  expect(readDay('un jour', '2018-01-03')).toBeNull()
})
describe('declared changes', () => {
  it.each([
    ['Mise à jour du 3 mars 2019 : la ferme a fermé.', 'update', '2019-03-03'],
    ['Erratum : le pont est long de 87 mètres.', 'correction', null],
    ['[Correction le 1er mai 2020 : un nom.]', 'correction', '2020-05-01'],
  ])('%s', (text, kind, date) => {
    expect(read(text)).toMatchObject({ kind, date })
  })

  it.each(['Mise à jour des outils, un métier', 'Corrections et ratures font le style'])(
    'prose: %s',
    (text) => {
      expect(read(text)?.kind ?? '').not.toMatch(/update|correction/)
    },
  )
})
