import { describe, expect, it } from 'vitest'
import { flagsOf, outline, partsOf } from './testing.ts'

describe('what themes and plugins write', () => {
  it('columns without a prefix are laid out in reading order, and marked words stay in their sentence', () => {
    const content =
      '[one_half]Moitié <b>un</b>\n\ndeux[/one_half][one_half_last]Moitié deux[/one_half_last]\n\n[dropcap]L[/dropcap]ettrine et [highlight color="red"]mot[/highlight].'
    expect(outline(content)).toEqual([
      'paragraph: Moitié un',
      'paragraph: deux',
      'paragraph: Moitié deux',
      'paragraph: Lettrine et mot.',
    ])
    expect(flagsOf(content)).toEqual([])
  })

  it('reads the elements of themes that are closed, and leaves the same words in a sentence', () => {
    const content =
      '[row][column width="1/2"]Un <b>gras</b>\n\ndeux[/column][/row][tabs][tab title="Onglet"]Trois[/tab][/tabs]\n\n[quote author="Zola"]Quatre[/quote]\n\n[button link="https://x.test/"]Cinq[/button]\n\n[box type="info"]Six[/box]'
    expect(outline(content)).toEqual([
      'paragraph: Un gras',
      'paragraph: deux',
      'details: Onglet / Trois',
      'blockquote: Zola / Quatre',
      'paragraph: Cinq',
      'paragraph: Six',
    ])
    expect(flagsOf(content)).toEqual([])
    expect(JSON.stringify(partsOf(content))).toContain('https://x.test/')
    expect(outline('Voir [box] et [quote] plus bas.')).toEqual(['paragraph: Voir [box] et [quote] plus bas.'])
  })

  it('a player of a plugin is a player', () => {
    expect(partsOf('[embedyt] https://www.youtube.com/watch?v=dQw4w9WgXcQ[/embedyt]')).toMatchObject([
      { type: 'embed', attrs: { provider: 'youtube' } },
    ])
  })

  it('a slideshow is a gallery, and the captions of a printed gallery stay with their pictures', () => {
    const slide = (name: string, caption: string) =>
      `<li class="swiper-slide"><figure><img alt="a" src="/u/${name}.jpg"/>${caption}</figure></li>`
    const caption = [{ content: [{ text: 'Légende' }] }]
    const slides = slide('a', '<figcaption class="gallery-caption">Légende</figcaption>') + slide('b', '')
    expect(
      partsOf(`<div class="wp-block-jetpack-slideshow"><ul class="swiper-wrapper">${slides}</ul></div>`),
    ).toMatchObject([{ type: 'gallery', content: [{ content: caption }, {}] }])
    const printed =
      '<div id="gallery-3" class="gallery"><dl class="gallery-item"><dt class="gallery-icon"><img src="/u/c-150x150.jpg" alt="c"></dt><dd class="gallery-caption">Légende</dd></dl></div>'
    expect(partsOf(printed)).toMatchObject([{ type: 'gallery', content: [{ content: caption }] }])
  })

  it('a line that scrolls by is a line', () => {
    expect(outline('<marquee>Défile</marquee><blink>Clignote</blink>')).toEqual([
      'paragraph: Défile',
      'paragraph: Clignote',
    ])
  })
})
