import { describe, expect, it } from 'vitest'
import { attachment, flagsOf, outline, partsOf } from './testing.ts'

describe('Divi', () => {
  const around = (content: string) =>
    `[et_pb_section][et_pb_row][et_pb_column type="4_4"]${content}[/et_pb_column][/et_pb_row][/et_pb_section]`
  it('keeps the words of text, blurbs, calls to action, toggles and testimonials', () => {
    expect(
      outline(
        around(
          '[et_pb_text admin_label="Texte"]<p>Un</p>[/et_pb_text][et_pb_blurb title="Deux" url="/x" image="/u/b.jpg" alt="b"]<p>Trois</p>[/et_pb_blurb][et_pb_cta title="Quatre" button_text="Six %22ici%22" button_url="/go"]Cinq[/et_pb_cta][et_pb_toggle title="Sept"]Huit[/et_pb_toggle][et_pb_testimonial author="Neuf" job_title="Dix"]<p>Onze</p>[/et_pb_testimonial][et_pb_divider /]',
        ),
      ),
    ).toEqual([
      'paragraph: Un',
      'figure: ',
      'heading: Deux',
      'paragraph: Trois',
      'heading: Quatre',
      'paragraph: Cinq',
      'paragraph: Six "ici"',
      'details: Sept / Huit',
      'blockquote: Neuf, Dix / Onze',
      'separator: ',
    ])
  })
  it('reads pictures, players, galleries and buttons from attributes', () => {
    const library = [attachment(1, '/u/1.jpg', { alt: 'un' })]
    expect(
      partsOf(
        around(
          '[et_pb_image src="https://s.test/u/i.jpg" alt="i" /][et_pb_video src="https://www.youtube.com/watch?v=abc_DEF-123" /][et_pb_gallery gallery_ids="1" /][et_pb_button button_url="https://ex.test/" button_text="Lire"][/et_pb_button]',
        ),
        library,
      ),
    ).toMatchObject([
      { type: 'figure', attrs: { src: 'https://s.test/u/i.jpg', alt: 'i' } },
      { type: 'embed', attrs: { provider: 'youtube' } },
      { type: 'gallery', content: [{ attrs: { attachmentId: 1 } }] },
      { content: [{ text: 'Lire', marks: [{ attrs: { href: 'https://ex.test/' } }] }] },
    ])
  })
})

describe('Avada', () => {
  it('reads titles, pictures by address, code in base64, and phrases inside a sentence', () => {
    const code = Buffer.from('<p>codé</p>').toString('base64')
    expect(
      outline(
        `[fusion_builder_container][fusion_title size="2"]Titre[/fusion_title][fusion_text]<p>[fusion_dropcap]L[/fusion_dropcap]e texte [fusion_highlight color="x"]marqué[/fusion_highlight].</p>[/fusion_text][fusion_imageframe image_id="12|full" alt="f"]https://s.test/u/f.jpg[/fusion_imageframe][fusion_code]${code}[/fusion_code][fusion_checklist][fusion_li_item icon="x"]Point[/fusion_li_item][/fusion_checklist][fusion_person name="Anne" title="Luthière"]Bio[/fusion_person][/fusion_builder_container]`,
      ),
    ).toEqual([
      'heading: Titre',
      'paragraph: Le texte marqué.',
      'figure: ',
      'paragraph: codé',
      'paragraph: Point',
      'heading: Luthière',
      'paragraph: Anne',
      'paragraph: Bio',
    ])
  })
})

describe('other builders', () => {
  it('Cornerstone: headlines, quotes and what is never closed', () => {
    expect(
      outline(
        '[cs_content][cs_section][x_custom_headline level="h4"]Un[/x_custom_headline][cs_text]Deux[/cs_text][x_image src="/u/x.jpg" alt="x"][x_gap size="50px"][x_blockquote cite="Paul"]Trois[/x_blockquote][x_accordion][x_accordion_item title="Quatre"]Cinq[/x_accordion_item][/x_accordion][/cs_section][/cs_content]',
      ),
    ).toEqual([
      'heading: Un',
      'paragraph: Deux',
      'figure: ',
      'blockquote: Paul / Trois',
      'details: Quatre / Cinq',
    ])
  })
  it('Shortcodes Ultimate and Enfold: boxes, spoilers, phrases, links', () => {
    expect(
      outline(
        '[su_box title="Un"]Deux[/su_box]\n[su_spoiler title="Trois"]Quatre[/su_spoiler]\nCinq [su_highlight]six[/su_highlight].',
      ),
    ).toEqual(['heading: Un', 'paragraph: Deux', 'details: Trois / Quatre', 'paragraph: Cinq six.'])
    expect(partsOf("[av_button label='Lire' link='manually,https://ex.test/']")).toMatchObject([
      { content: [{ text: 'Lire', marks: [{ attrs: { href: 'https://ex.test/' } }] }] },
    ])
  })
  it('SiteOrigin: the texts that a widget keeps as JSON', () => {
    const value = JSON.stringify({ instance: { title: 'Un', text: '<p>Deux <b>mots</b></p>' } }).replaceAll(
      '"',
      '&quot;',
    )
    expect(
      outline(`[siteorigin_widget class="X"]<input type="hidden" value="${value}" />[/siteorigin_widget]`),
    ).toEqual(['heading: Un', 'paragraph: Deux mots'])
  })
  it('WPBakery: lists of entries kept as encoded JSON', () => {
    const values = encodeURIComponent(JSON.stringify([{ label: 'Bois', value: '90' }]))
    expect(outline(`[vc_progress_bar values="${values}"]`)).toEqual(['paragraph: Bois', 'paragraph: 90'])
  })
  it('keep an element that says nothing as it is written, and name words that no reader takes', () => {
    expect(outline('[vc_posts_grid loop="size:10"]')).toEqual([
      'legacyShortcode: [vc_posts_grid loop="size:10"]',
    ])
    expect(flagsOf('[et_pb_blurb title="Un" zzz="Trois mots perdus"]Deux[/et_pb_blurb]')).toEqual([
      'attribute-unread:zzz: Trois mots perdus',
    ])
  })
  it('drop an unsafe address and keep the words', () => {
    const unsafe = '[fusion_button link="javascript:alert(1)"]Ici[/fusion_button]'
    expect(outline(unsafe)).toEqual(['paragraph: Ici'])
    expect(flagsOf(unsafe)).toEqual(['removed:unsafe-href:javascript:alert(1)'])
  })
  it('leave no more open than one may nest', () => {
    const gaps = '[x_gap size="1"]'.repeat(60)
    expect(outline(`${gaps}[vc_toggle title="Un"]Deux[/vc_toggle]`)).toEqual(['details: Un / Deux'])
  })
})
