import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonElements } from './json-elements.ts'

async function* inPieces(text: string, size: number) {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size)
}

async function read(text: string, size = 7) {
  const values: unknown[] = []
  let error = ''
  try {
    for await (const { value } of jsonElements(inPieces(text, size))) values.push(value)
  } catch (thrown) {
    error = String(thrown)
  }
  return { values, error }
}

describe('jsonElements', () => {
  it('gives the objects of any list, however the text is cut', async () => {
    const lists = fc.array(fc.dictionary(fc.string(), fc.jsonValue()))
    await fc.assert(
      fc.asyncProperty(lists, fc.integer({ min: 1, max: 30 }), fc.nat(2), async (list, size, indent) => {
        const text = JSON.stringify(list, null, indent)
        expect(await read(text, size)).toEqual({ values: JSON.parse(text), error: '' })
      }),
    )
  })

  it('takes out what escapes write and no text may hold', async () => {
    expect((await read('[{"a":"un\\u0000\\u0008 d\\ud800eux\\n"}]')).values).toEqual([
      { a: 'un d\ufffdeux\n' },
    ])
  })

  it('gives a lone object', async () => {
    expect((await read('{"posts": [{"id": 1}]}')).values).toEqual([{ posts: [{ id: 1 }] }])
  })

  it.each([
    ['cut in an element', '[{"a":1},{"b":', 1],
    ['cut between elements', '[{"a":1},', 1],
    ['malformed', '[{"a":1},{"b" 2}]', 1],
    ['two documents', '[{"a":1}]\n[{"a":2}]', 1],
    ['closed twice', '[{"a":1}]]', 1],
    ['empty', '', 0],
  ])('%s: whole elements first, then the place', async (_name, text, whole) => {
    const { values, error } = await read(text)
    expect(values).toHaveLength(whole)
    expect(error).not.toBe('')
  })
})
