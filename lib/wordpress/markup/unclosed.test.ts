import { describe, expect, it } from 'vitest'
import { partsOf } from './testing.ts'
import { closeFormatting } from './unclosed.ts'

const closed = (text: string) => {
  const at = Uint32Array.from({ length: text.length + 1 }, (_, index) => index)
  return closeFormatting({ text, at }).text
}

describe('formatting that nothing closes', () => {
  it.each([
    ['<em>Un\n\ndeux', '<em>Un</em>\n\ndeux'],
    ['<p>Un <b><i>deux</p><p>trois</p>', '<p>Un <b><i>deux</i></b></p><p>trois</p>'],
    ['<ul><li><b>un<li>deux</ul>', '<ul><li><b>un</b><li>deux</ul>'],
    ['<a name="x">Un\n\n<a href="/y">deux</a>', '<a name="x">Un</a>\n\n<a href="/y">deux</a>'],
  ])('ends with its paragraph: %s', (text, expected) => expect(closed(text)).toBe(expected))
  it.each([
    '<em>Un\n\n<h2>deux</h2></em> trois',
    'Un <em>deux',
    '<pre><b>un\n\n<!-- <i> -->',
    '<xmp><b>un\n\ndeux</xmp>\n\n<p>trois',
  ])('is left alone where it is closed, ends with all, or is text: %s', (text) =>
    expect(closed(text)).toBe(text),
  )
  it('marks no paragraph after it', () => {
    const marks = partsOf('Un <strong>deux\n\n[php]trois[/php]\n\nquatre').map((part) =>
      part.type === 'paragraph' ? part.content?.map((node) => node.marks?.length ?? 0) : [],
    )
    expect(marks).toEqual([[0, 1], [], [0]])
  })
})
