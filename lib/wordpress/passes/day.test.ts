import { expect, it } from 'vitest'
import { convert } from '../convert.ts'
import { sourceItem } from '../fixtures.ts'
import { readDay, readStampDay } from './day.ts'

it.each([
  ['Titre was last modified: avril 2nd, 2012 by X', '2012-04-02'],
  ['Titre was last modified: mai 20th, 2015 by X', '2015-05-20'],
  ['was last modified: February 28, 2012', '2012-02-28'],
  ['Mis à jour le 1er août 2019', '2019-08-01'],
  ['Mis à jour le 3 mars', null],
])('%s', (line, day) => {
  expect(readStampDay(line)).toBe(day)
})

it('takes the year of a day from the day of publication, when that is one', () => {
  expect(readDay('le 3 mars', '2019-04-01')).toBe('2019-03-03')
  expect(readDay('le 3 mars', 'publish')).toBeNull()
})

it('takes the stamp out of the text and names its day', () => {
  const line = 'Titre was last modified: mars 22nd, 2012 by Yann Gourvennec'
  const { document, flags } = convert(sourceItem({ content: `Un texte.\n${line}` }), {
    attachments: new Map(),
    hosts: [],
  })
  expect(flags).toMatchObject([{ code: 'modified-stamp', detail: `2012-03-22 · ${line}` }])
  expect(JSON.stringify(document)).not.toContain('modified')
})

it('leaves a sentence that only says so', () => {
  const text = 'The page was last modified: nobody knows when, and nobody asked.'
  expect(
    JSON.stringify(convert(sourceItem({ content: text }), { attachments: new Map(), hosts: [] }).document),
  ).toContain(text)
})
