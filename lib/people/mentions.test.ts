import { describe, expect, it } from 'vitest'
import type { Block, Document } from '../document/types.ts'
import { mentionsOf, SHOWN_FROM } from './mentions.ts'
import { isOrganisation, organisationsIn, peopleIn } from './names.ts'

const doc = (...content: Block[]): Document => ({ type: 'doc', content })
const figure = (mediaId: string, caption: string): Block => ({
  type: 'figure',
  attrs: { mediaId, attachmentId: null, src: null, alt: null, width: null, align: null, href: null },
  content: [{ type: 'caption', content: [{ type: 'text', text: caption }] }],
})
const quote = (attribution: string): Block => ({
  type: 'pullQuote',
  attrs: { attribution },
  content: [{ type: 'paragraph', attrs: { align: null }, content: [{ type: 'text', text: 'Une phrase.' }] }],
})
const says = (name: string): Block => ({
  type: 'paragraph',
  attrs: { align: null },
  content: [
    { type: 'text', text: `${name} : `, marks: [{ type: 'bold' }] },
    { type: 'text', text: 'ce que je dis.' },
  ],
})

const read = (title: string, document = doc(), kind: string | null = 'interview', tags: string[] = []) =>
  mentionsOf({ title, kind, document, tags: tags.map((name) => ({ name })) })
const shown = (found: ReturnType<typeof mentionsOf>) =>
  found.filter(({ confidence }) => confidence >= SHOWN_FROM).map(({ name, origin }) => `${origin} ${name}`)

describe('whom an article names', () => {
  it.each([
    ['Élise Varambon, luthière à l’écoute', ['title Élise Varambon']],
    ['Solenne Ambazac : "Une cave, ça s’écoute"', ['title Solenne Ambazac']],
    [
      'Jeanne et Romaric Lamblard, retisser Pont-Louvise',
      ['title Jeanne Lamblard', 'title Romaric Lamblard'],
    ],
    ['Rencontre avec Jean-Paul de La Tour', ['title Jean-Paul de La Tour']],
    ['Anne Roy (Banque du Sud) : « Prêter »', ['title Anne Roy', 'title Banque du Sud']],
    ['La Grande Vanne rouvre à Saint Avit', []],
    ['Le soleil en commun', []],
    ['Zoé Arc, Sophie Paris Digital Brand Manager – Interview', ['title Zoé Arc']],
    ['Anne Roy chez OVH. What ?', ['title Anne Roy']],
  ])('interview: %s', (title, expected) => expect(shown(read(title))).toEqual(expected))

  it('says who stands in which picture', () => {
    const found = read(
      'Le viaduc',
      doc(figure('m1', 'Malik Derouet sur le toit de la Mairie des Orgerets.')),
      'report',
    )
    expect(found).toContainEqual(
      expect.objectContaining({ name: 'Malik Derouet', origin: 'caption', mediaId: 'm1', confidence: 0.75 }),
    )
    expect(found.find(({ kind }) => kind === 'organisation')?.confidence).toBeLessThan(SHOWN_FROM)
  })

  it('knows a speaker from a quote or the name that opens a turn', () => {
    expect(
      shown(read('Assises', doc(quote('Viviane Escoubeyre'), says('Hugo Bressand')), 'write-up')),
    ).toEqual(['speaker Viviane Escoubeyre', 'speaker Hugo Bressand'])
    expect(read('Assises', doc(quote('un proverbe de la vallée')), 'write-up')).toEqual([])
  })

  it('reads who is quoted as it reads a caption', () => {
    const ofQuote = (attribution: string) => shown(read('Assises', doc(quote(attribution)), 'write-up'))
    expect(ofQuote('Jeanne et Romaric Lamblard')).toEqual([
      'speaker Jeanne Lamblard',
      'speaker Romaric Lamblard',
    ])
    expect(ofQuote('Malik Derouet, couvreur aux Orgerets')).toEqual(['speaker Malik Derouet'])
    expect(ofQuote('Le Monde, 3 mars 2019')).toEqual([])
  })

  it('believes a first name that nobody has only of somebody known', () => {
    const found = read('Le fer', doc(figure('m1', 'Zorane et Romaric Lamblard à la forge')), 'report')
    expect(found).toContainEqual(expect.objectContaining({ name: 'Zorane Lamblard', mustExist: true }))
    expect(found).toContainEqual(expect.objectContaining({ name: 'Romaric Lamblard', confidence: 0.75 }))
  })

  it('takes a tag for a name only as a whole', () => {
    expect(
      shown(read('x', doc(), null, ['Élise Varambon', 'réparation', 'Prix Élise Varambon du bois'])),
    ).toEqual(['tag Élise Varambon'])
  })

  it('is surer of a name that several places give, and leaves a place name in doubt', () => {
    const document = doc(figure('m1', 'Zorane Quintel dans son atelier'), quote('Zorane Quintel'))
    expect(shown(read('Le fer', document, 'report'))).toEqual([
      'caption Zorane Quintel',
      'speaker Zorane Quintel',
    ])
    expect(shown(read('Le fer', doc(figure('m1', 'Vue de Haute Rocherolle')), 'report'))).toEqual([])
  })

  it('stays bounded on a hostile text', () => {
    const started = performance.now()
    const wall = 'Aa Bb et Cc, '.repeat(20_000)
    expect(read(wall, doc(figure('m', wall), quote(wall)), 'interview', [wall]).length).toBeLessThanOrEqual(
      60,
    )
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('organisations', () => {
  it.each([
    ['la coopérative du Soleil', ['Coopérative du Soleil']],
    ['Fondation Marc Sorel', ['Fondation Marc Sorel']],
    ['un atelier de réparation', []],
    ['L’école est finie', []],
  ])('%s', (text, expected) => expect(organisationsIn(text)).toEqual(expected))

  it('are not people', () => {
    expect([isOrganisation('La rédaction'), isOrganisation('Élise Varambon')]).toEqual([true, false])
    expect(peopleIn('Une nuit au café')).toEqual([])
    expect(peopleIn('OVH. What ? Avec J.-P. Mirande')).toEqual(['J.-P. Mirande'])
  })
})
