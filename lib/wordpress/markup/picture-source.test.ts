import { describe, expect, it } from 'vitest'
import { partsOf } from './testing.ts'

/** The address that each picture of a content gets. */
function sources(content: string): (string | null)[] {
  return partsOf(content).flatMap((part) => (part.type === 'figure' ? [part.attrs.src] : []))
}

describe('the address of a picture', () => {
  it('is what a script would show in the place of src', () => {
    expect(sources('<img src="https://s.test/p.gif" data-lazy-src="https://s.test/a.jpg" alt="a">')).toEqual([
      'https://s.test/a.jpg',
    ])
    expect(sources('<img class="lazy" data-original="https://s.test/a.jpg" alt="a">')).toEqual([
      'https://s.test/a.jpg',
    ])
    expect(
      sources('<img src="/wp-content/plugins/x/1x1.trans.gif" data-src="https://s.test/a.jpg">'),
    ).toEqual(['https://s.test/a.jpg'])
    expect(sources('<img class="js-lazyload" src="/t/vide.png" data-src="https://s.test/a.jpg">')).toEqual([
      'https://s.test/a.jpg',
    ])
  })
  it('is src where that is the picture', () => {
    expect(sources('<img src="https://s.test/a-300x200.jpg" data-src="https://autre.test/b.jpg">')).toEqual([
      'https://s.test/a-300x200.jpg',
    ])
    expect(
      sources('<img src="https://s.test/loading-bay.jpg" data-orig-file="https://s.test/b.jpg">'),
    ).toEqual(['https://s.test/loading-bay.jpg'])
  })
  it('is the largest size where nothing else names one', () => {
    expect(sources('<img srcset="https://s.test/s.jpg 300w, https://s.test/l.jpg 1000w" alt="a">')).toEqual([
      'https://s.test/l.jpg',
    ])
    expect(
      sources(
        '<img src="data:image/gif;base64,R0" data-srcset="https://s.test/s.jpg, https://s.test/l.jpg 2x">',
      ),
    ).toEqual(['https://s.test/l.jpg'])
  })
})
