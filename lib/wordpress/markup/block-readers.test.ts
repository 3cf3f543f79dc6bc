import { describe, expect, it } from 'vitest'
import { flagsOf, outline, partsOf } from './testing.ts'

describe('lists', () => {
  it('take stray text and stray lists in, and drop empty items', () => {
    expect(partsOf('<ul><li>un</li><ul><li>deux</li></ul><li>&nbsp;</li>trois</ul>')).toMatchObject([
      {
        type: 'bulletList',
        content: [
          { content: [{ type: 'paragraph' }, { type: 'bulletList' }] },
          { content: [{ type: 'paragraph', content: [{ text: 'trois' }] }] },
        ],
      },
    ])
  })
  it('keep a number and a style they may have, and no other', () => {
    expect(
      partsOf('<ol start="-3" type="I"><li>a</li></ol><ol start="x" type="disc"><li>b</li></ol>'),
    ).toMatchObject([{ attrs: { start: -3, style: 'I' } }, { attrs: { start: 1, style: '1' } }])
  })
  it('keep terms apart from descriptions', () => {
    expect(outline('<dl><div><dt>Mot</dt><dd>Sens</dd></div>reste</dl>')).toEqual([
      'definitionList: Mot / Sens / reste',
    ])
  })
})

describe('typed lists', () => {
  it('need a lead with a colon and two dashes, and nothing after', () => {
    expect(outline('Il faut :\n- oser ;\n- rire.')).toEqual([
      'paragraph: Il faut :',
      'bulletList: oser ; / rire.',
    ])
    expect(flagsOf('Il faut :\n- oser ;\n- rire.')).toEqual(['list-inferred:Il faut :'])
    for (const text of [
      '- Bonjour.\n- Bonsoir.',
      'Il faut :\n- oser',
      'Il faut :\n- oser\n- rire\net puis',
      'Note : 3 - 2 = 1',
    ])
      expect(partsOf(text).map(({ type }) => type)).toEqual(['paragraph'])
  })
})

describe('addresses alone on a line', () => {
  it('are players, between the lines around them', () => {
    expect(outline('Voir :\nhttps://youtu.be/abc_DEF-123\nSuite')).toEqual([
      'paragraph: Voir :',
      'embed: https://youtu.be/abc_DEF-123',
      'paragraph: Suite',
    ])
  })
  it('stay text when they are links, in a sentence, or of no known player', () => {
    const address = 'https://youtu.be/abc_DEF-123'
    for (const text of [`<a href="${address}">${address}</a>`, `Voir ${address} ici`, 'https://ex.test/film'])
      expect(partsOf(text).map(({ type }) => type)).toEqual(['paragraph'])
  })
})

describe('table', () => {
  it('keeps caption, spans, header cells, lists in cells and empty cells', () => {
    const html =
      '<table><caption>Cap</caption><thead><tr><th colspan="2">A</th></tr></thead><tbody><tr><td rowspan="2"><ul><li>x</li></ul></td><td></td></tr></tbody></table>'
    expect(partsOf(html)).toMatchObject([
      {
        type: 'table',
        content: [
          { type: 'caption' },
          { content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 } }] },
          {
            content: [
              { attrs: { rowspan: 2 }, content: [{ type: 'bulletList' }] },
              { content: [{ type: 'paragraph' }] },
            ],
          },
        ],
      },
    ])
  })
  it('that only lays out its cells gives their blocks', () => {
    expect(
      outline('<table><tr><td><h2>A</h2></td><td><img src="/a.jpg" alt="a">b</td></tr></table>'),
    ).toEqual(['heading: A', 'figure: ', 'paragraph: b'])
    expect(outline('<table role="presentation"><tr><td>a</td></tr><tr><td>b</td></tr></table>')).toEqual([
      'paragraph: a',
      'paragraph: b',
    ])
  })
})

describe('quotes', () => {
  it('keep the name that stands apart, and leave one that is part of the sentence', () => {
    expect(partsOf('<blockquote><p>Long.</p><cite>Zoé</cite></blockquote>')).toMatchObject([
      { type: 'blockquote', attrs: { attribution: 'Zoé' } },
    ])
    expect(partsOf('<blockquote>Long. — <cite>Zoé</cite></blockquote>')).toMatchObject([
      { type: 'blockquote', attrs: { attribution: 'Zoé' } },
    ])
    expect(outline('<blockquote>Il a lu <cite>Candide</cite> hier</blockquote>')).toEqual([
      'blockquote: Il a lu Candide hier',
    ])
    expect(flagsOf('<blockquote><p>Long.</p><cite><a href="/zoe">Zoé</a></cite></blockquote>')).toEqual([
      'link-dropped:/zoe',
    ])
  })
  it.each([
    '<figure class="wp-block-pullquote"><blockquote><p>« Un <em>extrait</em> »</p><cite>Zoé</cite></blockquote></figure>',
    '<blockquote class="pullquote"><p>« Un <em>extrait</em> »</p><cite>Zoé</cite></blockquote>',
    '<aside class="pull-quote"><p>« Un <em>extrait</em> »</p><footer>Zoé</footer></aside>',
  ])('are pull quotes when the mark-up says so: %s', (html) => {
    expect(partsOf(html)).toMatchObject([{ type: 'pullQuote', attrs: { attribution: 'Zoé' } }])
    expect(outline(html)).toEqual(['pullQuote: Zoé / Un extrait'])
  })
})

describe('players', () => {
  it('read flash objects once, with what stands beside', () => {
    const html =
      '<object><param name="movie" value="http://www.youtube.com/v/abc_DEF-123"><embed src="http://www.youtube.com/v/abc_DEF-123"><p>Sans flash</p></object>'
    expect(outline(html)).toEqual(['embed: http://www.youtube.com/v/abc_DEF-123', 'paragraph: Sans flash'])
  })
  it('keep the words of a quoted post, and a post whose page is not known as a quotation', () => {
    const post =
      '<blockquote class="twitter-tweet"><p>Un mot</p>— N <a href="https://twitter.com/n/status/1">2 mars</a></blockquote>'
    expect(outline(post)).toEqual(['embed: https://twitter.com/n/status/1 / — N 2 mars / Un mot'])
    expect(outline('<blockquote class="twitter-tweet"><p>Un mot</p></blockquote>')).toEqual([
      'paragraph: Un mot',
    ])
  })
  it('name a frame without address, and the words shown in place of a film', () => {
    expect(flagsOf('<iframe title="Film"></iframe>')).toEqual(['media-missing:Film'])
    expect(flagsOf('<video src="/v.mp4">Pas de lecteur</video>')).toEqual(['removed:fallback:Pas de lecteur'])
  })
})
