import { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { normalForm } from './normal-form.ts'
import { schema } from './schema.ts'

const paragraph = (...content: object[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const text = (value: unknown, ...marks: object[]) => ({ type: 'text', text: value, marks })
const link = { type: 'link', attrs: { href: '/a/', other: 1 } }

/** What ProseMirror makes of it; null when it refuses. */
function reference(json: object): unknown {
  try {
    const doc = Node.fromJSON(schema, json)
    doc.check()
    return JSON.parse(JSON.stringify(doc.toJSON()))
  } catch {
    return null
  }
}

describe('normalForm is that of ProseMirror', () => {
  it.each<[string, object]>([
    ['an empty document', { type: 'doc' }],
    ['texts with the same marks are one', paragraph(text('a'), text('b'), text('c', { type: 'bold' }))],
    ['marks in the order of the schema', paragraph(text('a', { type: 'bold' }, { type: 'italic' }, link))],
    ['a mark twice', paragraph(text('a', { type: 'bold' }, { type: 'bold' }))],
    ['an unknown mark', paragraph(text('a', { type: 'blink' }))],
    ['a link that runs', paragraph(text('a', { type: 'link', attrs: { href: 'javascript:x' } }))],
    ['an empty text', paragraph(text(''))],
    ['a text that is none', paragraph(text(12))],
    ['defaults, in their order', { type: 'doc', content: [{ type: 'figure', attrs: { alt: '', more: 1 } }] }],
    ['an attribute that is missing', { type: 'doc', content: [{ type: 'audio' }] }],
    [
      'marks where none are allowed',
      { type: 'doc', content: [{ type: 'codeBlock', content: [text('a', link)] }] },
    ],
    ['a block in the wrong place', { type: 'doc', content: [{ type: 'listItem' }] }],
    ['a list without items', { type: 'doc', content: [{ type: 'bulletList', content: [] }] }],
    ['a leaf with content', { type: 'doc', content: [{ type: 'separator', content: [text('a')] }] }],
    ['a type of every object', { type: 'doc', content: [{ type: 'constructor' }] }],
  ])('%s', (_name, json) => {
    expect(JSON.stringify(normalForm(json))).toBe(JSON.stringify(reference(json)))
  })

  it('gives attributes of its own', () => {
    const people = [{ name: 'A', role: 'author' }]
    const credit = { type: 'credit', attrs: { people } }
    const read = normalForm({ type: 'doc', content: [{ type: 'credits', content: [credit] }] })
    expect(read?.content?.[0]?.content?.[0]?.attrs?.people).toEqual(people)
    expect(read?.content?.[0]?.content?.[0]?.attrs?.people).not.toBe(people)
  })
})
