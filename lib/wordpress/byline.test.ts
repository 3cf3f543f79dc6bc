import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseByline } from './byline.ts'
import { hasCases, readCases } from './fixtures.ts'

const pairs = (text: string) => parseByline(text)?.map(({ name, role }) => [name, role]) ?? null

describe('parseByline', () => {
  it.each([
    ['Par Anselme Roy', [['Anselme Roy', 'author']]],
    [
      'Par Zoé Mars\navec Ana Li et Bo Ra',
      [
        ['Zoé Mars', 'author'],
        ['Ana Li', 'with'],
        ['Bo Ra', 'with'],
      ],
    ],
    [
      'Par Zoé Mars, photos Ana Li',
      [
        ['Zoé Mars', 'author'],
        ['Ana Li', 'image'],
      ],
    ],
    [
      'Par Zoé Mars (texte) et Ana Li (photos)',
      [
        ['Zoé Mars', 'author'],
        ['Ana Li', 'image'],
      ],
    ],
    [
      'Texte et photos : Ana Li',
      [
        ['Ana Li', 'author'],
        ['Ana Li', 'image'],
      ],
    ],
    ['Interview réalisée par J.-P. d’Aubigné', [['J.-P. d’Aubigné', 'interviewer']]],
    [
      'Un article de Zoé Mars, traduit de l’anglais par Ana Li',
      [
        ['Zoé Mars', 'author'],
        ['Ana Li', 'translation'],
      ],
    ],
    [
      'Vidéo : Ana Li / Son : Bo Ra',
      [
        ['Ana Li', 'camera'],
        ['Bo Ra', 'sound'],
      ],
    ],
  ])('reads %j', (text, people) => {
    expect(pairs(text)).toEqual(people)
  })

  it.each([
    'Par exemple ?',
    'Par où es-tu passé pour en arriver à ce stade de ta carrière ?',
    'Par contre, Clermont grandit.',
    'Avec Jean-Philippe Cagne et Pascal Serra, vous formez un trio.',
    'Avec Marie Curie',
    'Article intéressant',
    'Paris et Lyon',
    'Photos : la galerie complète',
    '',
  ])('is not fooled by %j', (text) => {
    expect(parseByline(text)).toBeNull()
  })
})

describe.skipIf(!hasCases)(`case c21${hasCases ? '' : ' (skipped: no cases folder)'}`, () => {
  const shape = z.object({
    cases: z.array(z.object({ id: z.string(), input: z.unknown(), expected: z.unknown() })),
  })
  it('reads every form and leaves the false friend', () => {
    const found = shape.parse(readCases('conversion.json')).cases.find(({ id }) => id === 'c21')
    const lines = z.array(z.string()).parse(found?.input)
    const { bylines } = z
      .object({ bylines: z.array(z.array(z.array(z.string())).nullable()) })
      .parse(found?.expected)
    expect(lines.map(pairs)).toEqual(bylines)
  })
})
