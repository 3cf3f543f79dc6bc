import { describe, expect, it } from 'vitest'
import type { Attachment } from '../draft.ts'
import { attachment, draftOf, flagsOf, outline, partsOf } from './testing.ts'

/** The attributes of the first figure. */
function figure(html: string, attachments: Attachment[] = []) {
  const found = partsOf(html, attachments).find((part) => part.type === 'figure')
  if (found?.type !== 'figure') throw new Error('no figure')
  return found.attrs
}
const library = [attachment(12, 'https://s.test/wp-content/uploads/2019/03/a.jpg', { alt: 'Alt' })]

describe('the file of a picture', () => {
  it('is the attachment its class names, at its original address', () => {
    const html = '<img class="alignleft wp-image-12" src="/x/a-300x200.jpg" alt="" width="300">'
    expect(figure(html, library)).toMatchObject({
      attachmentId: 12,
      src: library[0]?.url,
      alt: '',
      width: 300,
      align: 'left',
    })
  })
  it.each([
    'https://s.test/wp-content/uploads/2019/03/a-1024x683.jpg',
    'http://s.test/wp-content/uploads/2019/03/a-scaled.jpg',
    '//s.test/wp-content/uploads/2019/03/a-e1551514567123.jpg',
    '/wp-content/uploads/2019/03/a.jpg',
    'https://i0.wp.com/s.test/wp-content/uploads/2019/03/a.jpg?w=640',
  ])('is found by its path: %s', (src) => {
    expect(figure(`<img src="${src}" alt="a">`, library).attachmentId).toBe(12)
  })
  it('is never found by its name alone', () => {
    const src = 'https://s.test/wp-content/uploads/2019/04/a.jpg'
    expect(figure(`<img src="${src}" alt="a">`, library)).toMatchObject({ attachmentId: null, src })
  })
  it('is the one it is linked to, or that of its attachment page; a link elsewhere stays', () => {
    const small = '<img src="/u/b-300x200.jpg" alt="b">'
    expect(figure(`<a href="/u/b.jpg">${small}</a>`)).toMatchObject({ src: '/u/b.jpg', href: null })
    expect(figure(`<a href="https://s.test/?attachment_id=12">${small}</a>`, library)).toMatchObject({
      attachmentId: 12,
      href: null,
    })
    expect(figure(`<a href="https://ex.test/">${small}</a>`)).toMatchObject({
      src: '/u/b-300x200.jpg',
      href: 'https://ex.test/',
    })
  })
  it('is said to be missing when the source gives no address', () => {
    expect(flagsOf('<img src="data:image/gif;base64,R0" alt="Vue">')).toEqual([
      'media-missing:data:image/gif;base64,R0',
    ])
    expect(figure('<img src="x" alt="Vue">')).toMatchObject({ src: null, alt: 'Vue' })
    expect(outline('<p>a<img src="x">b</p>')).toEqual(['paragraph: ab'])
  })
  it('is that of a picture loaded by a script', () => {
    const lazy =
      '<img src="data:image/gif;base64,R0" data-src="/u/l.jpg" alt="l"><noscript><img src="/u/l.jpg" alt="l"></noscript>'
    expect(partsOf(lazy)).toHaveLength(1)
    expect(figure(lazy).src).toBe('/u/l.jpg')
    expect(partsOf('<p>a</p><noscript><img src="/u/m.jpg" alt="m"></noscript>')).toMatchObject([
      {},
      { type: 'figure' },
    ])
  })
})

describe('a picture in a sentence', () => {
  const img = '<img src="/u/a.jpg" alt="a">'
  it('is lifted out without breaking it', () => {
    expect(outline(`Un début ${img} et une fin.`)).toEqual(['paragraph: Un début et une fin.', 'figure: '])
    expect(flagsOf(`Un début ${img} et une fin.`)).toEqual(['image-lifted'])
  })
  it('stands before the paragraph that it leads, after the one that it ends, unflagged', () => {
    expect(outline(`${img}Suite.`)).toEqual(['figure: ', 'paragraph: Suite.'])
    expect(outline(`Début.${img}`)).toEqual(['paragraph: Début.', 'figure: '])
    expect(flagsOf(`${img}Suite.\n\nDébut.${img}`)).toEqual([])
  })
})

describe('figure', () => {
  it('keeps the mark-up of its caption, its alignment and the rest of its content', () => {
    const html =
      '<div class="wp-caption alignright" style="width: 310px" id="attachment_12"><a href="/u/a.jpg"><img src="/u/a-300x200.jpg" alt="a"></a><p class="wp-caption-text">Vue de <em>Lyon</em></p></div>'
    expect(figure(html)).toMatchObject({ attachmentId: 12, align: 'right', width: 310, href: null })
    expect(outline(html)).toEqual(['figure: Vue de Lyon'])
    expect(flagsOf(html)).toEqual([])
  })
  it('gives its caption to a table, a player or a film', () => {
    expect(
      outline('<figure><table><tr><th>a</th></tr></table><figcaption>Cap</figcaption></figure>'),
    ).toEqual(['table: Cap / a'])
    expect(outline('<figure><video src="/v.mp4"></video><figcaption>Film</figcaption></figure>')).toEqual([
      'video: Film',
    ])
    const embed =
      '<figure class="wp-block-embed"><div>\nhttps://vimeo.com/76979871\n</div><figcaption>Film</figcaption></figure>'
    expect(outline(`<!-- wp:embed -->${embed}`)).toEqual(['embed: https://vimeo.com/76979871 / Film'])
  })
  it('keeps a caption without picture', () => {
    expect(outline('<figure><figcaption>Seule</figcaption></figure>')).toEqual(['figure: Seule'])
  })
})

describe('gallery', () => {
  const figures = ['1', '2']
    .map(
      (n) =>
        `<figure class="wp-block-image"><img src="/u/${n}.jpg" alt="a"><figcaption>N${n}</figcaption></figure>`,
    )
    .join('')
  const list = ['1', '2']
    .map(
      (n) =>
        `<li class="blocks-gallery-item"><figure><img src="/u/${n}.jpg" alt="a"><figcaption>N${n}</figcaption></figure></li>`,
    )
    .join('')
  const rendered = ['1', '2']
    .map(
      (n) =>
        `<dl class="gallery-item"><dt><a href="/u/${n}.jpg"><img src="/u/${n}-150x150.jpg" alt="a"></a></dt><dd class="wp-caption-text">N${n}</dd></dl>`,
    )
    .join('')
  it.each([
    ['of the editor', `<figure class="wp-block-gallery columns-2">${figures}</figure>`],
    ['of its older form', `<ul class="wp-block-gallery columns-2">${list}</ul>`],
    ['as WordPress prints the shortcode', `<div class="gallery gallery-columns-2">${rendered}</div>`],
  ])('%s keeps every picture and caption', (_form, html) => {
    const [gallery] = partsOf(html)
    if (gallery?.type !== 'gallery') throw new Error('no gallery')
    expect(gallery.attrs.columns).toBe(2)
    expect(gallery.content.map(({ attrs }) => attrs.src)).toEqual(['/u/1.jpg', '/u/2.jpg'])
    expect(outline(html)).toEqual(['gallery: N1 / N2'])
  })
  it('keeps its own caption after it', () => {
    expect(
      outline(`<figure class="wp-block-gallery">${figures}<figcaption>Tout</figcaption></figure>`),
    ).toEqual(['gallery: N1 / N2', 'paragraph: Tout'])
  })
})

describe('ids', () => {
  it('stand on the block that they name or precede', () => {
    const { blocks } = draftOf(
      '<a name="un"></a>\n\n<p>A</p>\n<h2 id="deux"><span id="trois">B</span></h2>\n<ul><li id="quatre">C</li></ul>\nfin<a name="cinq"></a>',
    )
    expect(blocks.map(({ ids }) => ids)).toEqual([['un'], ['deux', 'trois'], ['quatre'], ['cinq']])
  })
})

it('finds a picture whose accents the text writes as signs of their own', () => {
  const written = 'https://s.test/wp-content/uploads/e%CC%81te%CC%81-300x200.jpg'
  const library = [attachment(4, 'https://s.test/wp-content/uploads/été.jpg')]
  expect(partsOf(`<img src="${written}" alt="a">`, library)).toMatchObject([{ attrs: { attachmentId: 4 } }])
})
