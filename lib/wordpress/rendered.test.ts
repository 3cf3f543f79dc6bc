import { describe, expect, it } from 'vitest'
import { unrender } from './rendered.ts'

describe('unrender', () => {
  it.each([
    ['quotes and apostrophes', '<p>L&#8217;&#8220;ami&#8221; d&#8216;ici</p>', `<p>L'"ami" d'ici</p>`],
    ['French quotes that WordPress made', '&laquo;&nbsp;Oui&nbsp;&raquo;', '"Oui"'],
    [
      'dashes and ellipses',
      'a &#8211; b, c&#8211;d, e&#8230; &#8212; 3&#215;4',
      'a - b, c--d, e... &#8212; 3x4'.replace(' &#8212; ', ' -- '),
    ],
    [
      'what an author typed as characters',
      '«\u00a0Oui\u00a0», l’ami – “non”…',
      '«\u00a0Oui\u00a0», l’ami – “non”…',
    ],
    [
      'code',
      '<pre>a &#8211;\n b</pre> <code>&#8217;</code>',
      '<pre>a &#8211;\n b</pre> <code>&#8217;</code>',
    ],
    [
      'attributes',
      '<a href="/?a=1&#038;b=2" title="l&#8217;un">A &#038; B</a>',
      '<a href="/?a=1&#038;b=2" title="l&#8217;un">A &amp; B</a>',
    ],
    ['line ends', '<p>a<br />\nb\n  c</p>\n<p>d</p>', '<p>a<br /> b c</p> <p>d</p>'],
    ['smileys', 'a <img src="/s.png" alt=":)" class="wp-smiley" /> b', 'a :) b'],
    ['the width of a caption', '<div style="width: 1034px" class="wp-caption">', '<div class="wp-caption">'],
    [
      'the number of a player',
      '<audio class="wp-audio-shortcode" id="audio-900130-1" controls="controls"><source src="/a.mp3?v=2&#038;_=1" /><source src="/a.ogg?_=1" /></audio><video id="film"></video>',
      '<audio class="wp-audio-shortcode" controls="controls"><source src="/a.mp3?v=2" /><source src="/a.ogg" /></audio><video id="film"></video>',
    ],
    ['another width', '<div style="width: 1034px">', '<div style="width: 1034px">'],
    ['comments', 'a<!-- <div class="sharedaddy"> -->b</div>', 'a<!-- <div class="sharedaddy"> -->b</div>'],
  ])('%s', (_name, rendered, written) => {
    expect(unrender(rendered)).toEqual({ html: written, removed: [] })
  })

  it('takes out what a plugin of the list added, and says which words', () => {
    const html =
      '<p>Texte</p><div class="sharedaddy sd-sharing-enabled"><div><h3>Partager</h3><ul><li>X</li></ul></div></div><div class="partage">Gardé</div>'
    expect(unrender(html)).toEqual({
      html: '<p>Texte</p><div class="partage">Gardé</div>',
      removed: ['boutons de partage (Jetpack) : « PartagerX »'],
    })
  })

  it('keeps a block that is not closed', () => {
    const html = '<p>a</p><div class="sharedaddy"><p>b</p>'
    expect(unrender(html)).toEqual({ html, removed: [] })
  })

  it.each(['<div class="sharedaddy">', '<code>', '<', '<!--', '<a b="', ' \n', '&#8217;', '</div>'])(
    'reads 200,000 times %j in linear time',
    (piece) => {
      const start = performance.now()
      unrender(piece.repeat(200_000))
      expect(performance.now() - start).toBeLessThan(6000)
    },
  )
})
