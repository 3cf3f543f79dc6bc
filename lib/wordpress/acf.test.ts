import { expect, it } from 'vitest'
import { textLines } from '../document/text.ts'
import { convert } from './convert.ts'
import { sourceItem } from './fixtures.ts'

const picture = {
  id: 12,
  url: 'https://s.test/u/12.jpg',
  ...{ width: null, height: null, alt: 'a', caption: '', parent: 0, menuOrder: 0 },
}
const meta = {
  _edit_last: '1',
  blocs_0_titre: 'Premier bloc',
  _blocs_0_titre: 'field_1',
  blocs_0_texte: '<p>Du texte -- <b>gras</b>.</p>',
  _blocs_0_texte: 'field_2',
  blocs_1_image: '12',
  _blocs_1_image: 'field_3',
  blocs: '2',
  _blocs: 'field_4',
  autre: 'Un champ sans jumeau',
}
const read = (content: string) => {
  const { document, flags } = convert(sourceItem({ content, meta }), {
    attachments: new Map([[12, picture]]),
    hosts: [],
  })
  return {
    lines: document.content.flatMap((part) => textLines(part)),
    json: JSON.stringify(document),
    flags: flags.map(({ code, detail }) => `${code}: ${detail}`),
  }
}

it('an item without content says what its fields say', () => {
  const { lines, json, flags } = read('')
  expect(lines).toEqual(['Premier bloc', 'Du texte -- gras.'])
  expect(json).toContain('"attachmentId":12')
  expect(flags).toEqual([
    'block-fields: acf/champs',
    'builder-data: acf',
    'field-unread: autre : Un champ sans jumeau',
  ])
})

it('beside a content, fields with other words are named', () => {
  const { lines, flags } = read('<p>Premier bloc, dit le texte.</p>')
  expect(lines).toEqual(['Premier bloc, dit le texte.'])
  expect(flags).toEqual([
    'field-unread: blocs_0_texte : Du texte -- gras.',
    'field-unread: autre : Un champ sans jumeau',
  ])
})

it('an item whose page a builder keeps elsewhere is read, or says where', () => {
  const oxygen = `[ct_section ct_options='{"ct_id":1}'][ct_headline ct_options='{"ct_id":2}']Un titre[/ct_headline][ct_image ct_options='{"original":{"src":"https://s.test/u/12.jpg","alt":"a"}}'][/ct_image][/ct_section]`
  const context = { attachments: new Map(), hosts: [] }
  const of = (fields: Record<string, string>) => convert(sourceItem({ content: '', meta: fields }), context)
  const { document } = of({ ct_builder_shortcodes: oxygen })
  expect(document.content).toMatchObject([
    { type: 'section', content: [{ type: 'sectionHeading' }, { type: 'figure', attrs: { alt: 'a' } }] },
  ])
  const { flags } = of({ _bricks_page_content_2: 'a:1:{s:4:"text";s:5:"Titre";}' })
  expect(flags).toMatchObject([{ code: 'builder-unread' }])
})
