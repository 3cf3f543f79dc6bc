import { describe, expect, it } from 'vitest'
import { attachment, flagsOf, outline, partsOf } from './testing.ts'

describe('attributes of builders', () => {
  it('gives both the title in the tag and the words between the tags', () => {
    expect(outline('[ultimate_heading main_heading="Un titre"]Sous le titre[/ultimate_heading]')).toEqual([
      'heading: Un titre',
      'paragraph: Sous le titre',
    ])
    expect(outline("[av_heading heading='Titre <b>gras</b>' tag='h2']Suite[/av_heading]")).toEqual([
      'heading: Titre gras',
      'paragraph: Suite',
    ])
  })

  it('reads what builders write in place of quotes, brackets and HTML', () => {
    expect(outline('[vc_custom_heading text="Dit ``oui`` `{`sic`}`"]')).toEqual(['heading: Dit "oui" [sic]'])
    const frame = Buffer.from('<iframe src="https://www.google.com/maps/embed?pb=x"></iframe>').toString(
      'base64',
    )
    expect(partsOf(`[vc_gmaps link="#E-8_${frame}"]`)).toMatchObject([{ type: 'embed' }])
  })

  it('keeps the caption and the link of a picture', () => {
    const caption = [{ content: [{ text: 'Légende' }] }]
    expect(
      partsOf("[av_image src='/u/a.jpg' link='manually,https://x.test/' caption='yes']Légende[/av_image]"),
    ).toMatchObject([{ type: 'figure', attrs: { href: 'https://x.test/' }, content: caption }])
    expect(
      partsOf(
        '[fusion_imageframe caption_title="Légende" link="https://x.test/"]/u/a.jpg[/fusion_imageframe]',
      ),
    ).toMatchObject([{ type: 'figure', attrs: { href: 'https://x.test/' }, content: caption }])
  })

  it('links a line that an address goes with', () => {
    const content =
      '[et_pb_social_media_follow_network url="https://x.test/moi"]suivre[/et_pb_social_media_follow_network]'
    expect(JSON.stringify(partsOf(content))).toContain('https://x.test/moi')
    expect(flagsOf(content)).toEqual([])
  })

  it('names the words and addresses that nothing shows', () => {
    expect(flagsOf('[et_pb_section background_image="https://s.test/fond.jpg"][/et_pb_section]')).toEqual([
      'attribute-unread:background_image: https://s.test/fond.jpg',
    ])
    expect(flagsOf('[et_pb_text hover_caption="Bulle" text_orientation="left"]Mots[/et_pb_text]')).toEqual([
      'attribute-unread:hover_caption: Bulle',
    ])
  })

  it('shows the picture of a SiteOrigin widget, by its number', () => {
    const json = JSON.stringify({ instance: { image: 4, title: 'Titre', url: 'https://x.test/' } })
    const content = `[siteorigin_widget class="W"]<input type="hidden" value="${json.replaceAll('"', '&quot;')}" />[/siteorigin_widget]`
    expect(partsOf(content, [attachment(4, 'https://s.test/wp-content/uploads/a.jpg')])).toMatchObject([
      { type: 'figure', attrs: { attachmentId: 4 } },
      { type: 'heading' },
    ])
    expect(flagsOf(content)).toContain('attribute-unread:url: https://x.test/')
  })
})
