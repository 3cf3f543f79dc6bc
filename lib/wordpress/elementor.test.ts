import { describe, expect, it } from 'vitest'
import { textLines } from '../document/text.ts'
import { convert } from './convert.ts'
import { elementorHtml } from './elementor.ts'
import { sourceItem } from './fixtures.ts'

const widget = (widgetType: string, settings: object) => ({
  elType: 'widget',
  widgetType,
  settings,
  elements: [],
})
const page = (...widgets: object[]) =>
  JSON.stringify([
    { elType: 'section', settings: { title: 'x' }, elements: [{ elType: 'column', elements: widgets }] },
  ])
const read = (data: string, content = '') =>
  convert(sourceItem({ content, meta: { _elementor_data: data } }), { attachments: new Map(), hosts: [] })

describe('an article that Elementor keeps in its field alone', () => {
  it('says what its widgets say, in their order', () => {
    const { document, flags } = read(
      page(
        widget('heading', { title: 'Un titre', header_size: 'h2' }),
        widget('text-editor', { editor: '<p>Du <b>texte</b>.</p><p>Encore.</p>' }),
        widget('image', { image: { id: 11, url: 'https://s.test/u/b.jpg' }, image_size: 'large' }),
        widget('button', { text: 'Lire', link: { url: 'https://s.test/suite/' }, size: 'md' }),
        widget('toggle', { tabs: [{ tab_title: 'Question ?', tab_content: '<p>Réponse.</p>' }] }),
        widget('image-gallery', { wp_gallery: [{ id: 12, url: 'https://s.test/u/c.jpg' }] }),
        widget('video', { youtube_url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }),
      ),
    )
    expect(document.content.flatMap((part) => textLines(part))).toEqual([
      'Un titre',
      'Du texte.',
      'Encore.',
      'Lire',
      'Question ?',
      'Réponse.',
    ])
    const json = JSON.stringify(document)
    for (const said of [
      '"attachmentId":11',
      '"attachmentId":12',
      '"provider":"youtube"',
      'https://s.test/suite/',
    ])
      expect(json).toContain(said)
    expect(flags.map(({ code }) => code)).toContain('builder-data')
  })

  it('keeps the caption and link of a picture, galleries, numbers, lists and shortcodes', () => {
    const picture = (id: number) => ({ id, url: `https://s.test/u/${id}.jpg` })
    const link = { url: 'https://x.test/' }
    const { document } = read(
      page(
        widget('image', { image: picture(1), caption: 'Une légende', link }),
        widget('image-gallery', { wp_gallery: [picture(2), picture(3)] }),
        widget('counter', { title: 'Lecteurs', ending_number: 100, suffix: ' %' }),
        widget('price-table', { features_list: [{ item_text: 'Compris' }] }),
        widget('shortcode', { shortcode: '[inconnu a="b"]' }),
      ),
    )
    expect(document.content).toMatchObject([
      { type: 'figure', attrs: { href: 'https://x.test/' }, content: [{ type: 'caption' }] },
      { type: 'gallery', content: [{}, {}] },
      { type: 'section' },
    ])
    const lines = document.content.flatMap((part) => textLines(part))
    expect(lines).toEqual(['Une légende', 'Lecteurs', '100%', 'Compris', '[inconnu a="b"]'])
  })

  it('is not read where the content says it already', () => {
    const { document, flags } = read(page(widget('heading', { title: 'Deux fois' })), '<p>Deux fois</p>')
    expect(document.content).toHaveLength(1)
    expect(flags).toEqual([])
  })

  it('is as hostile as any HTML, and nothing where it is broken', () => {
    const { document } = read(
      page(
        widget('html', { html: '<script>alert(1)</script><p onclick="x()">Mot</p>' }),
        widget('button', { text: 'Clic', link: { url: 'javascript:alert(1)"><script>' } }),
        widget('image', { image: { id: '1" onerror="x', url: 'javascript:x.jpg' } }),
      ),
    )
    expect(JSON.stringify(document)).not.toMatch(/javascript|onclick|onerror|<script/)
    const deep = `${'[{"elements":'.repeat(3000)}[]${'}]'.repeat(3000)}`
    for (const broken of ['', '{', 'null', '[1,[2]]', '{"a":1}', deep])
      expect(elementorHtml(broken).trim()).toBe('')
  })
})
