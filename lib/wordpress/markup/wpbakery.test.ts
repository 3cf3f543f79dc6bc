import { describe, expect, it } from 'vitest'
import { attachment, draftOf, flagsOf, outline, partsOf } from './testing.ts'

describe('WPBakery', () => {
  it('leaves nothing of its layout, closed or not, and no word behind', () => {
    const content =
      '[vc_row][vc_column width="1/2"][vc_column_text css=""]<p>Un</p>\n[vc_column_text]Deux[/vc_column][/vc_row]\n<p>[/vc_column_text]</p>Trois[vc_empty_space]'
    expect(outline(content)).toEqual(['paragraph: Un', 'paragraph: Deux', 'paragraph: Trois'])
    expect(flagsOf(content)).toEqual([])
  })
  it('gives its id to the block that follows', () => {
    expect(draftOf('[vc_custom_heading text="A" el_id="ici"]').blocks[0]?.ids).toEqual(['ici'])
    expect(draftOf('Un[vc_row el_id="la"][vc_column]Deux[/vc_column][/vc_row]').blocks[1]?.ids).toEqual([
      'la',
    ])
  })
  it('reads the level, alignment and link of a heading', () => {
    expect(
      partsOf(
        '[vc_custom_heading text="Un" font_container="tag:h4|text_align:left"][vc_custom_heading text="Deux"]',
      ),
    ).toMatchObject([
      { type: 'heading', level: 4 },
      { type: 'heading', level: 2 },
    ])
    const link =
      '[vc_custom_heading text="Trois" font_container="tag:p|text_align:center" link="url:https%3A%2F%2Fex.test%2F|title:x"]'
    expect(partsOf(link)).toMatchObject([
      {
        type: 'paragraph',
        attrs: { align: 'center' },
        content: [{ text: 'Trois', marks: [{ attrs: { href: 'https://ex.test/' } }] }],
      },
    ])
  })
  it('decodes raw HTML, and runs none of it', () => {
    const encode = (html: string) => Buffer.from(encodeURIComponent(html)).toString('base64')
    const frame = `[vc_raw_html]${encode('<iframe src="https://www.youtube.com/embed/abc_DEF-123"></iframe><script>x()</script>')}[/vc_raw_html]`
    expect(partsOf(frame)).toMatchObject([{ type: 'embed', attrs: { provider: 'youtube' } }])
    expect(flagsOf(frame)).toEqual(['removed:script:<script>x()</script>'])
    expect(outline('[vc_raw_html]Pas du base64 ![/vc_raw_html]')).toEqual(['paragraph: Pas du base64 !'])
  })
  it('drops an unsafe link and keeps the words', () => {
    expect(outline('[vc_btn title="Lire" link="url:javascript%3Aalert(1)"]')).toEqual(['paragraph: Lire'])
    expect(flagsOf('[vc_btn title="Lire" link="url:javascript%3Aalert(1)"]')).toEqual([
      'removed:unsafe-href:javascript:alert(1)',
    ])
  })
  it('keeps the titles of a call to action and of a panel', () => {
    expect(
      outline(
        '[vc_cta h2="Un" h4="Deux" add_button="right" btn_title="Quatre" btn_link="url:%2Fx"]Trois[/vc_cta]',
      ),
    ).toEqual(['heading: Un', 'heading: Deux', 'paragraph: Trois', 'paragraph: Quatre'])
    expect(
      outline(
        '[vc_tta_tabs title="Onglets"][vc_tta_section title="A" tab_id="a"]Un[/vc_tta_section][/vc_tta_tabs]',
      ),
    ).toEqual(['heading: Onglets', 'details: A / Un'])
  })
  it('reads a picture with its custom link, and a gallery', () => {
    const library = [attachment(3, '/u/3.jpg', { alt: 'trois', caption: 'Cap' })]
    expect(
      partsOf(
        '[vc_single_image image="3" onclick="custom_link" link="https://ex.test/" alignment="center" img_size="320x200"]',
        library,
      ),
    ).toMatchObject([
      {
        type: 'figure',
        attrs: { attachmentId: 3, href: 'https://ex.test/', align: 'center', width: 320, alt: 'trois' },
      },
    ])
    expect(partsOf('[vc_gallery images="3"]', library)).toMatchObject([
      { type: 'gallery', content: [{ attrs: { src: '/u/3.jpg' } }] },
    ])
  })
})
