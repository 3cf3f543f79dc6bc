import { describe, expect, it } from 'vitest'
import { headingKind, readHeadingLine, readTimecode } from './heading-line.ts'
import { readOrdinal } from './ordinal.ts'

it.each([
  ['Une évolution de fond (6:30)', 390],
  ['Question du public : quel budget ? (1:03:30)', 3810],
  ['Conclusion (57:40)', 3460],
  ['Les timecodes (minutes:secondes) indiqués', null],
  ['La vidéo complète (1h13)', null],
  ['Au score de (3:75)', null],
])('reads the time code of %j', (line, seconds) => {
  expect(readTimecode(line)).toBe(seconds)
})

it.each([
  ['1ère enseignement : raconter', 1],
  ['2e conseil : marcher', 2],
  ['Deuxième conseil : marcher', 2],
  ['Étape 3 : écrire', 3],
  ['4. distinguer… Les champions', 4],
  ['2e position', null],
  ['3ème groupe de communication mondiale', null],
  ['1900 : la fondation', null],
])('reads the rank of %j', (line, rank) => {
  expect(readOrdinal(line)).toBe(rank)
})

describe('readHeadingLine', () => {
  it.each([
    'Par exemple ?',
    'La synthèse de la présentation',
    'Technologies vs. interfaces (45:45)',
    "12 millions d'abonnés ... les chiffres donnent le tournis. Avec le recul, comment le vis-tu ?",
  ])('%j may be a heading', (line) => {
    expect(readHeadingLine(line, false)).not.toBeNull()
  })

  it.each([
    'Contact:',
    '- un item de liste',
    '* Foliweb : ateliers',
    '“Une citation entière ?”',
    'Un paragraphe court qui finit par un point.',
    'Deux phrases. Sans point final',
    'et une suite de phrase',
    'Le site https://exemple.fr',
    `${'Un long paragraphe sans point final '.repeat(5)}ici`,
  ])('%j is not one', (line) => {
    expect(readHeadingLine(line, false)).toBeNull()
  })

  it('reads an ellipsis as a question only in an interview', () => {
    expect(readHeadingLine('Mais tu n’étais pas satisfait ...', true)).not.toBeNull()
    expect(readHeadingLine('Et le temps passa ...', false)).toBeNull()
  })
})

it.each([
  ['Question de la salle : et demain ?', false, 'audience'],
  ['Le bot (1:00)', false, 'timecoded'],
  ['2e conseil : marcher', false, 'ordinal'],
  ['Et demain ?', true, 'question'],
  ['Et demain ?', false, 'section'],
  ['Son parcours', true, 'section'],
])('%j is of the right kind', (line, interview, kind) => {
  expect(headingKind(line, interview)).toBe(kind)
})
