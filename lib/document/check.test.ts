import { describe, expect, it } from 'vitest'
import { check, DocumentError } from './check.ts'

const text = (value: string, ...marks: object[]) => ({
  type: 'text',
  text: value,
  ...(marks[0] ? { marks } : {}),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const section = (anchor: string, attrs: object = {}, ...blocks: object[]) => ({
  type: 'section',
  attrs: { anchor, ...attrs },
  content: [{ type: 'sectionHeading', content: [text(`Titre ${anchor}`)] }, ...blocks],
})
const doc = (...content: object[]) => ({ type: 'doc', content })
const summary = (target: unknown) => ({
  type: 'summary',
  content: [{ type: 'summaryItem', attrs: { hashtag: '#Trio', target }, content: [text('Trois.')] }],
})
const call = (noteId: string) => ({ type: 'footnoteRef', attrs: { noteId } })
const notes = (...ids: string[]) => ({
  type: 'footnotes',
  content: ids.map((id) => ({ type: 'footnote', attrs: { id }, content: [paragraph(text('Note.'))] })),
})

function refusal(json: unknown): DocumentError {
  try {
    check(json)
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
  throw new Error('le document a été accepté')
}

describe('check accepts', () => {
  it('an empty document', () => {
    expect(check(doc()).content).toEqual([])
  })

  it('all the parts in their order, and gives every attribute its default', () => {
    const whole = check(
      doc(
        { type: 'standfirst', content: [paragraph(text('Chapô.'))] },
        paragraph(text('Avant.')),
        section('trio', {}, paragraph(text('Un'), call('1'))),
        summary('trio'),
        notes('1'),
        { type: 'credits', content: [{ type: 'credit', content: [text('Visuels : A')] }] },
        { type: 'furtherReading', content: [{ type: 'furtherReadingItem', content: [text('Lire')] }] },
      ),
    )
    expect(whole.content.map((part) => part.type)).toEqual([
      'standfirst',
      'paragraph',
      'section',
      'summary',
      'footnotes',
      'credits',
      'furtherReading',
    ])
    expect(whole.content[2]).toMatchObject({
      attrs: { kind: 'section', level: 2, timecode: null, aliases: [] },
    })
  })

  it.each(['https://exemple.fr/a?b=c#d', 'mailto:a@b.fr', 'tel:+33612345678', '/page/', '#trio', '?p=1'])(
    'the link %s',
    (href) => {
      const link = { type: 'link', attrs: { href } }
      expect(check(doc(paragraph(text('ici', link)))).content).toHaveLength(1)
    },
  )

  it('its own normal form, unchanged', () => {
    const once = check(doc(section('a', {}, paragraph(text('b')))))
    expect(check(once)).toEqual(once)
  })
})

describe('check refuses', () => {
  it.each([
    ['a summary before a section', doc(summary('a'), section('a'))],
    [
      'credits before notes',
      doc(paragraph(call('1')), { type: 'credits', content: [{ type: 'credit' }] }, notes('1')),
    ],
    [
      'a second standfirst',
      doc(...['a', 'b'].map((word) => ({ type: 'standfirst', content: [paragraph(text(word))] }))),
    ],
    ['a paragraph after a section', doc(section('a'), paragraph(text('b')))],
  ])('%s', (_name, json) => {
    expect(refusal(json).message).toContain('Invalid content')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//ailleurs.test/',
    '/\\ailleurs.test/',
    'https://',
  ])('%j in any attribute that holds an address', (address) => {
    const link = { type: 'link', attrs: { href: address } }
    expect(refusal(doc(paragraph(text('ici', link)))).place).toBe('paragraph[0] > text[0]')
    for (const attrs of [{ src: address }, { href: address }])
      expect(refusal(doc({ type: 'figure', attrs })).place).toBe('figure[0]')
    expect(refusal(doc({ type: 'embed', attrs: { url: address } })).place).toBe('embed[0]')
    expect(refusal(doc({ type: 'audio', attrs: { sources: [address] } })).place).toBe('audio[0]')
    expect(refusal(doc({ type: 'video', attrs: { sources: ['/a.mp4'], poster: address } })).place).toBe(
      'video[0]',
    )
    const tracks = [{ src: address, kind: 'captions', lang: 'fr' }]
    expect(refusal(doc({ type: 'video', attrs: { sources: ['/a.mp4'], tracks } })).place).toBe('video[0]')
  })

  it('two equal anchors, also through an alias or a details', () => {
    expect(refusal(doc(section('a'), section('a'))).message).toContain('« a » déjà prise')
    expect(refusal(doc(section('a'), section('b', { aliases: ['a'] }))).message).toContain('« a » déjà prise')
    const details = { type: 'details', attrs: { anchor: 'a' }, content: [{ type: 'detailsSummary' }] }
    expect(refusal(doc(section('a', {}, details))).message).toContain('« a » déjà prise')
  })

  it.each(['été', 'a b', '', '1a', 'resume', 'note-1', 'media-3', 'a"b'])('the anchor %j', (anchor) => {
    expect(refusal(doc(section(anchor))).place).toBe('section[0]')
  })

  it.each([null, undefined, '', 'ailleurs'])('a summary entry whose target is %j', (target) => {
    expect(() => check(doc(section('trio'), summary(target)))).toThrow(DocumentError)
  })

  it('a note without call, a call without note, a number taken twice', () => {
    expect(refusal(doc(notes('1'))).message).toContain('n’est appelée nulle part')
    expect(refusal(doc(paragraph(call('2')))).message).toContain('note 2, qui n’existe pas')
    expect(refusal(doc(paragraph(call('1')), notes('1', '1'))).message).toContain('deux notes')
  })

  it('unknown nodes, unknown marks, and JSON that is no document', () => {
    expect(refusal(doc({ type: 'script' })).message).toContain('type inconnu « script »')
    expect(refusal(doc(paragraph(text('a', { type: 'blink' })))).place).toBe('paragraph[0] > text[0]')
    for (const json of [null, 1, 'doc', [], {}, { type: 'paragraph' }, { type: 'doc', content: 'a' }])
      expect(() => check(json)).toThrow(DocumentError)
  })

  it('names the place of the fault, and survives hostile depth', () => {
    const bad = doc(section('a'), section('b', {}, paragraph(text('x')), paragraph({ type: 'zut' })))
    expect(refusal(bad).place).toBe('section[1] > paragraph[2] > zut[0]')
    let deep: object = paragraph(text('fond'))
    for (let level = 0; level < 5000; level += 1) deep = { type: 'blockquote', content: [deep] }
    expect(refusal(doc(deep)).message).toContain('niveaux')
  })
})
