import { expect, test } from 'vitest'
import type { Inline } from '../../lib/document/types.ts'
import { splitAtTimecode, splitAtTimecodes } from './timecode.ts'

const text = (words: string): Inline => ({ type: 'text', text: words })

test('the words that say the time code, with their brackets', () => {
  expect(splitAtTimecode([text('Le fond (6:30)')], 390)).toEqual({
    before: [text('Le fond ')],
    words: '(6:30)',
    after: [],
  })
  expect(splitAtTimecode([text('1:03:30 – La suite')], 3810)).toEqual({
    before: [],
    words: '1:03:30',
    after: [text(' – La suite')],
  })
})

test('another time of day in the heading is left alone', () => {
  expect(splitAtTimecode([text('Rendez-vous à 10:15 '), text('[06:30]')], 390)).toEqual({
    before: [text('Rendez-vous à 10:15 ')],
    words: '[06:30]',
    after: [],
  })
  expect(splitAtTimecode([text('Le fond')], 390)).toEqual({
    before: [text('Le fond')],
    words: null,
    after: [],
  })
})

test('time codes in brackets in a text, and nothing else', () => {
  expect(splitAtTimecodes('Il le dit (6:30), puis [1:03:30].')).toEqual([
    { words: 'Il le dit ', seconds: null },
    { words: '(6:30)', seconds: 390 },
    { words: ', puis ', seconds: null },
    { words: '[1:03:30]', seconds: 3810 },
    { words: '.', seconds: null },
  ])
  expect(splitAtTimecodes('à 10:30 (note 3:4)')).toEqual([{ words: 'à 10:30 (note 3:4)', seconds: null }])
})
